package microstorm.idea.board;

/**
 * The sequence numbers of a board while some of its changes are hidden: in the quiet phase, in the
 * converging phase, in the sharing phase while the group is split into rooms, and before all of
 * them if ideas are collected early. They advance with time, so that nobody can count hidden
 * changes by the gaps between the numbers they see.
 *
 * <p>A number counts the tenths of a millisecond since the phase began. After a day it counts steps
 * of ten milliseconds, so that positions, which are numbers too, fit into 32-bit integers for
 * months. A session that lasts for days in several phases counts milliseconds after an hour, for
 * the same reason.
 */
public final class BoardClock {

  /**
   * An SQL expression over {@code board}: the number that the clock shows, which is the minimum for
   * the next number; null when the board counts its changes.
   */
  public static final String NUMBER =
      """
      case when phase in ('quiet', 'converging') or phase = 'sharing' and rooms_open or %s then clock_seq + floor(least(
        extract(epoch from clock_timestamp() - clock_since) * 10000,
        case when quiet_until is not null or collect_early
          then extract(epoch from clock_timestamp() - clock_since) * 1000 + 32400000 end,
        extract(epoch from clock_timestamp() - clock_since) * 100
          + case when quiet_until is not null or collect_early
            then 110160000 else 855360000 end))::bigint end"""
          .formatted(Board.COLLECTS_EARLY);

  /** The description of a number in the API. */
  public static final String DESCRIPTION =
      "The number of a change. Only the order of numbers has a meaning: numbers have gaps, and a"
          + " gap says nothing about what others do.";

  /** SQL assignments that start the clock for a phase that begins at {@code :seq}. */
  public static final String START = "clock_seq = :seq, clock_since = clock_timestamp()";

  private BoardClock() {}

  /** The position of an item that is added to a board with this number. */
  public static int position(long seq) {
    return (int) Math.min(seq, Integer.MAX_VALUE);
  }
}
