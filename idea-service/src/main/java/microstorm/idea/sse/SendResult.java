package microstorm.idea.sse;

/**
 * The result of an attempt to send something to a client.
 *
 * @param changes the number of changes that were sent
 * @param cutOff whether the client was cut off, because it did not keep up
 */
public record SendResult(int changes, boolean cutOff) {

  /** Nothing had to be sent. */
  public static final SendResult NOTHING = new SendResult(0, false);

  /** The client was cut off. */
  public static final SendResult CUT_OFF = new SendResult(0, true);

  public static SendResult of(int changes) {
    return new SendResult(changes, false);
  }
}
