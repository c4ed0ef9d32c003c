package microstorm.idea.stream;

/**
 * The result of an attempt to send something to a client.
 *
 * @param changes the number of changes that were sent
 * @param cutOff whether the client was cut off, because it did not keep up
 */
record SendResult(int changes, boolean cutOff) {

  /** Nothing had to be sent. */
  static final SendResult NOTHING = new SendResult(0, false);

  /** The client was cut off. */
  static final SendResult CUT_OFF = new SendResult(0, true);

  static SendResult of(int changes) {
    return new SendResult(changes, false);
  }
}
