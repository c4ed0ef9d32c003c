package microstorm.idea.board;

/**
 * How the room of a board is divided among its seats in the quiet phase. It follows from the number
 * of seats alone, which everybody sees. A person who has written as much as possible therefore
 * learns nothing about the others, not even with several seats.
 *
 * @param each the number of ideas of each seat that is present when the phase begins
 * @param left the room for the seats that are taken later
 */
public record QuietAllowance(int each, int left) {

  /** The minimum number of later seats that get as much as the present ones. */
  private static final int LATER_SEATS = 6;

  /** A quarter of the present seats come later, too. */
  private static final int LATER_PART = 4;

  /** A later seat gets at most this part of the rest, so that there is something for the next. */
  private static final int PART_OF_REST = 8;

  /**
   * Divides the room. If there is less than one idea for each seat, only the first seats get one.
   *
   * @param room the number of ideas that the board can still hold
   * @param seats the number of seats that are present and may write
   * @param mostPerPerson the maximum for one seat
   */
  public static QuietAllowance of(int room, int seats, int mostPerPerson) {
    return of(room, seats, seats, mostPerPerson);
  }

  /**
   * Divides the room before all seats are taken.
   *
   * @param expected the number of seats for which the parts are calculated, if it is greater
   */
  public static QuietAllowance of(int room, int seats, int expected, int mostPerPerson) {
    int people = Math.max(seats, expected);
    int shares = people + Math.max(LATER_SEATS, people / LATER_PART);
    int each = Math.max(1, Math.min(mostPerPerson, room / shares));
    return new QuietAllowance(each, Math.max(0, room - seats * each));
  }

  /** The number of ideas of the next seat that is taken. */
  public int later() {
    return Math.min(left, Math.min(each, Math.max(1, left / PART_OF_REST)));
  }

  /** The rest after the next seat was taken. */
  public QuietAllowance withoutLater() {
    return new QuietAllowance(each, left - later());
  }
}
