package microstorm.report.log.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import microstorm.report.log.render.LogRenderer;

/**
 * One session of a log.
 *
 * @param id derived from team, date and title (without both: the number), so the same in every
 *     edition of the log
 * @param line the line of its heading, counted from 1
 * @param number as in the heading; null without
 * @param title null without
 * @param date null without, or if it does not exist
 * @param participants in the order of the log
 * @param problem the text of its Problem field; null without
 * @param summary the text behind {@code Summary:} on the same line; null without
 * @param topics in the order of the log
 * @param ideas entries of every kind in the order of the log
 * @param layout how it was written
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
    SessionLayout layout) {
  public ParsedSession {
    participants = List.copyOf(participants);
    topics = List.copyOf(topics);
    ideas = List.copyOf(ideas);
  }

  /** What it says, apart from how it was written. */
  public SessionContent content() {
    return new SessionContent(number, title, date, participants, problem, summary, topics, ideas);
  }

  /** As it would be rendered: with {@link LogRenderer} it gives back its text. */
  public RenderedSession rendered() {
    return new RenderedSession(content(), layout);
  }
}
