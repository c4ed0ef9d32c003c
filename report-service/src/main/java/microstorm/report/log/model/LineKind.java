package microstorm.report.log.model;

/** The kind of a layout line, which determines where its words come from. */
public enum LineKind {
  /** A session's heading; its value is the number. */
  HEADING,
  /** The place at which the heading names the number, if the number is also a part of the title. */
  NUMBER,
  /** The title of the session, or in the frame the title of the log. */
  TITLE,
  /** The date, written with the layout line's pattern. */
  DATE,
  /** The participants, one value for each name. */
  PARTICIPANTS,
  /** The problem, one value for each line. */
  PROBLEM,
  /** The summary, one value for each line, or only its label. */
  SUMMARY,
  /** A topic's title. */
  TOPIC,
  /** An entry of any kind, one value for each line of its text. */
  IDEA,
  /** Only white space. */
  BLANK,
  /** The frame's note. */
  NOTE,
  /** The heading above the frame's standards. */
  STANDARDS,
  /** One of the frame's standards, one value for each line. */
  STANDARD,
  /** Any other line of the frame. */
  TEXT,
  /** A thematic break. */
  RULE,
  /** A line about the outcome of the session. */
  OUTCOME;

  public boolean field() {
    return compareTo(TOPIC) < 0;
  }
}
