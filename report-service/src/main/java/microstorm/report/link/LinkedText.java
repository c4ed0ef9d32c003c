package microstorm.report.link;

import java.util.List;
import java.util.UUID;
import microstorm.report.log.link.LinkFinder;
import org.jspecify.annotations.Nullable;

/**
 * A text of a report with its links.
 *
 * @param id the topic, idea or action; null for the problem and the summary
 * @param links the links to web pages, in order
 */
public record LinkedText(ReportPart part, @Nullable UUID id, List<Link> links) {
  public LinkedText {
    links = List.copyOf(links);
  }

  /**
   * A link as it is written.
   *
   * @param title null for a bare address
   */
  public record Link(@Nullable String title, String address) {}

  /** A text whose links have not been read. */
  public static LinkedText of(ReportPart part, @Nullable UUID id, @Nullable String text) {
    List<Link> links =
        text == null
            ? List.of()
            : LinkFinder.in(text).stream()
                .filter(link -> link.fault() == null)
                .map(link -> new Link(link.title(), link.address()))
                .toList();
    return new LinkedText(part, id, links);
  }
}
