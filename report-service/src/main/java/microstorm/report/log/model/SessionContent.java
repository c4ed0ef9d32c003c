package microstorm.report.log.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The content of a session, without its layout. {@code number}, {@code title}, {@code date}, {@code
 * problem}, {@code summary} and {@code outcome} may be null. Topics and ideas may be in any order;
 * their positions determine the order.
 */
public record SessionContent(
    Integer number,
    String title,
    LocalDate date,
    List<String> participants,
    String problem,
    String summary,
    List<ParsedTopic> topics,
    List<ParsedIdea> ideas,
    @JsonInclude(JsonInclude.Include.NON_NULL) SessionOutcome outcome) {
  public SessionContent {
    participants = List.copyOf(participants);
    topics = List.copyOf(topics);
    ideas = List.copyOf(ideas);
  }

  /** The content of a session about whose outcome the log says nothing. */
  public SessionContent(
      Integer number,
      String title,
      LocalDate date,
      List<String> participants,
      String problem,
      String summary,
      List<ParsedTopic> topics,
      List<ParsedIdea> ideas) {
    this(number, title, date, participants, problem, summary, topics, ideas, null);
  }

  /** The content of a session that was held here, whose outcome is written even if it is empty. */
  public SessionContent held(SessionOutcome other) {
    return new SessionContent(
        number, title, date, participants, problem, summary, topics, ideas, other);
  }

  /** The same content with an outcome; null and an empty outcome mean none. */
  public SessionContent with(SessionOutcome other) {
    return new SessionContent(
        number,
        title,
        date,
        participants,
        problem,
        summary,
        topics,
        ideas,
        other == null || other.isEmpty() ? null : other);
  }

  /**
   * The identity of the session in every edition of a log: date and title, or the number if both
   * are missing.
   */
  public String identity() {
    return identity(date, title == null && date == null ? number : title);
  }

  /** The identity of a session with this date and title. */
  public static String identity(LocalDate date, Object title) {
    return Objects.toString(date, "") + "/" + Objects.toString(title, "").strip();
  }
}
