package microstorm.report.log.markup;

/**
 * The rank of a topic, determined by its markup: first headings by level, then bold, then
 * bold-italic.
 */
public final class TopicRank {
  public static final int BOLD = 7;
  public static final int BOLD_ITALIC = 8;
  public static final int DEFAULT_LEVEL = 3;

  private TopicRank() {}

  /**
   * The rank of a topic with this mark before its title.
   *
   * @param sessionLevel the level of the session's heading; a section of links may have the same
   *     level and still ranks below it
   */
  public static int of(String mark, int sessionLevel) {
    int from = LogLine.skipSpace(mark, 0, mark.length());
    int level = Markup.run(mark, from, mark.length(), '#');
    if (level > 0) {
      return Math.max(level, sessionLevel + 1);
    }
    return mark.startsWith("***", from) || mark.startsWith("___", from) ? BOLD_ITALIC : BOLD;
  }

  public static int levelOf(String headingMark) {
    int from = LogLine.skipSpace(headingMark, 0, headingMark.length());
    int level = Markup.run(headingMark, from, headingMark.length(), '#');
    return level == 0 ? DEFAULT_LEVEL : level;
  }

  /** The mark before a title, by rank. */
  public static String before(int rank) {
    return rank >= BOLD_ITALIC ? "***" : rank == BOLD ? "**" : "#".repeat(rank) + " ";
  }

  /** The mark after a title, by rank, without the line's end. */
  public static String after(int rank) {
    return rank >= BOLD_ITALIC ? "***:" : rank == BOLD ? "**:" : "";
  }
}
