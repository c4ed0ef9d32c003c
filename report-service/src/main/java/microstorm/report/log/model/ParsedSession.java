package microstorm.report.log.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One session of a log.
 *
 * @param id derived from the team, date and title (or the number if both are missing), so that it
 *     is the same in every edition of the log
 * @param line the line of its heading, counted from 1
 * @param number the number in the heading; null if there is none
 * @param title null if there is none
 * @param date null if there is none or no such day exists
 * @param participants in the order of the log
 * @param problem the text of its Problem field; null if there is none
 * @param summary the text after {@code Summary:} on the same line; null if there is none
 * @param topics in the order of the log
 * @param ideas entries of every kind in the order of the log
 * @param outcome what the log says about its outcome; null if it says nothing
 * @param layout its layout in the log
 */
public record ParsedSession(
    UUID id,
    int line,
    Integer number,
    String title,
    LocalDate date,
    List<String> participants,
    String problem,
    String summary,
    List<ParsedTopic> topics,
    List<ParsedIdea> ideas,
    SessionOutcome outcome,
    SessionLayout layout) {
  public ParsedSession {
    participants = List.copyOf(participants);
    topics = List.copyOf(topics);
    ideas = List.copyOf(ideas);
  }

  /** Its content, without the layout. */
  public SessionContent content() {
    return new SessionContent(number, title, date, participants, problem, summary, topics, ideas)
        .with(outcome);
  }

  /** The same session with other ideas. */
  public ParsedSession with(List<ParsedIdea> others) {
    return new ParsedSession(
        id,
        line,
        number,
        title,
        date,
        participants,
        problem,
        summary,
        topics,
        others,
        outcome,
        layout);
  }

  /** The same session with another outcome; an empty one means none. */
  public ParsedSession with(SessionOutcome other) {
    SessionOutcome kept = other == null || other.isEmpty() ? null : other;
    return new ParsedSession(
        id, line, number, title, date, participants, problem, summary, topics, ideas, kept, layout);
  }

  /** The session to render, which gives its original text. */
  public RenderedSession rendered() {
    return new RenderedSession(content(), layout);
  }
}
