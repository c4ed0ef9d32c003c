package microstorm.idea.board;

/**
 * The numbers of a board while some of its changes are hidden: in the quiet phase and while the
 * group chooses. They advance with time, so that nobody can count hidden changes by the gaps
 * between numbers they see.
 *
 * <p>A number is the tenths of a millisecond since the phase began. After a day a number stands for
 * ten milliseconds, so that positions, which are numbers too, stay 32-bit integers for months.
 */
public final class BoardClock {

  /**
   * An SQL expression over {@code board}: the number that the clock shows, above which the next
   * number must not fall behind; null when the board counts its changes.
   */
  public static final String NUMBER =
      """
      case when phase in ('quiet', 'converging') then clock_seq + floor(least(
        extract(epoch from clock_timestamp() - clock_since) * 10000,
        extract(epoch from clock_timestamp() - clock_since) * 100 + 855360000))::bigint end""";

  /** What the API says of a number. */
  public static final String DESCRIPTION =
      "The number of a change. Only its order means something: numbers have gaps, and a gap says"
          + " nothing about what others do.";

  /** SQL assignments that start the clock with the phase that begins at {@code :seq}. */
  public static final String START = "clock_seq = :seq, clock_since = clock_timestamp()";

  private BoardClock() {}

  /** The position of something that is put on a board with this number. */
  public static int position(long seq) {
    return (int) Math.min(seq, Integer.MAX_VALUE);
  }
}
