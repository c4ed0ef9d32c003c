package microstorm.report.book;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A whole report: the session and the tree of its topics and ideas.
 *
 * @param date the day the session was held
 * @param complete whether the report contains everything that the board's seal counts
 * @param topics the top-level topics, in order
 * @param ideas the ideas that belong to no topic, in order
 * @param counts how many topics, ideas and links the whole tree has
 * @param outcome the outcome of a session held here
 */
public record ReportView(
    UUID id,
    @Schema(nullable = true) Integer number,
    String title,
    LocalDate date,
    String phase,
    boolean complete,
    List<String> participants,
    String problem,
    String summary,
    List<TopicView> topics,
    List<IdeaView> ideas,
    Counts counts,
    @JsonUnwrapped Outcome outcome) {

  /** A topic with its ideas and topics, in order. */
  public record TopicView(UUID id, String title, List<IdeaView> ideas, List<TopicView> topics) {}

  /**
   * An idea with the ideas that build on it.
   *
   * @param kind idea, quote, reference or note
   */
  public record IdeaView(
      UUID id, String kind, String text, List<LinkView> links, List<IdeaView> ideas) {}

  /** A web page that an idea names. */
  public record LinkView(String title, String url) {}

  /** The numbers of topics, ideas and links in the whole tree. */
  public record Counts(int topics, int ideas, int links) {}
}
