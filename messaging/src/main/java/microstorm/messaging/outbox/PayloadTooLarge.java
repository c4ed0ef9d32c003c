package microstorm.messaging.outbox;

/**
 * Thrown for an event that is larger than Kafka accepts, so that the transaction fails and not the
 * relay.
 */
public class PayloadTooLarge extends IllegalArgumentException {

  PayloadTooLarge(String type, int bytes, int limit) {
    super("The event " + type + " has " + bytes + " bytes; at most " + limit + " are allowed.");
  }
}
