package microstorm.report.log.model;

/** What a piece of a layout stands for, and so where its words come from. */
public enum LineKind {
  /** A session's heading; its value is the number. */
  HEADING,
  /** The title: of the session, or of the log itself in the frame. */
  TITLE,
  /** The date, written with the layout line's pattern. */
  DATE,
  /** The participants; one value a name. */
  PARTICIPANTS,
  /** The problem; one value a line. */
  PROBLEM,
  /** The summary, or just its label; one value a line. */
  SUMMARY,
  /** A topic's title. */
  TOPIC,
  /** An entry of any kind; one value a line of its text. */
  IDEA,
  /** Nothing but white space. */
  BLANK,
  /** The frame's note. */
  NOTE,
  /** The heading above the frame's standards. */
  STANDARDS,
  /** One of the frame's standards; one value a line. */
  STANDARD,
  /** Any other line of the frame. */
  TEXT;

  public boolean field() {
    return compareTo(TOPIC) < 0;
  }
}
