package microstorm.report.link;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    UUID target =
        hash(
            address
                .map(WebAddress::text)
                .orElseGet(() -> String.valueOf(link.fault()) + '\n' + link.address()));
    return new PlacedLink(
        part, idea, link, line, target, address.map(WebAddress::host).orElse(null));
  }

  @Nullable String fault() {
    return link.fault() == null ? null : link.fault().code();
  }

  private static UUID hash(String text) {
    try {
      ByteBuffer digest =
          ByteBuffer.wrap(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
      return new UUID(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
