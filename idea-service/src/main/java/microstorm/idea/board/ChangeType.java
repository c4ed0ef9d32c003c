package microstorm.idea.board;

import java.util.Locale;

/** What happened to an item of a board. Each type is an event of the live stream. */
public enum ChangeType {
  SESSION,
  PARTICIPANT,
  TOPIC,
  TOPIC_REMOVED,
  IDEA,
  IDEA_WITHDRAWN,
  GROUP,
  GROUP_REMOVED,
  VOTES,
  MARKS,
  RESULTS,
  ACTION,
  ACTION_REMOVED;

  /** The name of the event in the live stream. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
