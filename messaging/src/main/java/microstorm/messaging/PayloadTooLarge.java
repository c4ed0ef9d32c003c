package microstorm.messaging;

/**
 * An event is larger than Kafka would take; its transaction is refused rather than the relay stuck.
 */
public class PayloadTooLarge extends IllegalArgumentException {

  PayloadTooLarge(String type, int bytes, int limit) {
    super("Event " + type + " has " + bytes + " bytes of payload, the limit is " + limit);
  }
}
