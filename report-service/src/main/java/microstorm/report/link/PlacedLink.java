package microstorm.report.link;

import java.util.Optional;
import java.util.UUID;
import microstorm.report.log.link.FoundLink;
import microstorm.report.log.link.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * A link in its place.
 *
 * @param idea null in another part than an idea
 * @param line the number of lines between the heading of its session in the log and the link; null
 *     if its session does not come from a log
 * @param target what all links with the same address have in common
 * @param host null for a malformed link
 */
record PlacedLink(
    LinkPart part,
    @Nullable UUID idea,
    FoundLink link,
    @Nullable Integer line,
    UUID target,
    @Nullable String host) {

  static PlacedLink ofReport(LinkPart part, FoundLink link, @Nullable Integer line) {
    return of(part, null, link, line);
  }

  static PlacedLink ofIdea(UUID idea, FoundLink link, @Nullable Integer line) {
    return of(LinkPart.IDEA, idea, link, line);
  }

  private static PlacedLink of(
      LinkPart part, @Nullable UUID idea, FoundLink link, @Nullable Integer line) {
    Optional<WebAddress> address =
        link.fault() == null ? WebAddress.of(link.address()) : Optional.empty();
    return new PlacedLink(
        part,
        idea,
        link,
        line,
        address.isPresent() ? LinkTarget.of(link.address()) : LinkTarget.ofMalformed(link),
        address.map(WebAddress::host).orElse(null));
  }

  @Nullable String fault() {
    return link.fault() == null ? null : link.fault().code();
  }
}
