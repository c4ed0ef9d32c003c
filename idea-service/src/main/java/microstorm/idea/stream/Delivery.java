package microstorm.idea.stream;

/**
 * The result of an attempt to send something to a client.
 *
 * @param changes the number of changes that were sent
 * @param cutOff whether the client was cut off, because it did not keep up
 */
record Delivery(int changes, boolean cutOff) {

  /** Nothing had to be sent. */
  static final Delivery NOTHING = new Delivery(0, false);

  /** The client was cut off. */
  static final Delivery CUT_OFF = new Delivery(0, true);

  static Delivery of(int changes) {
    return new Delivery(changes, false);
  }
}
