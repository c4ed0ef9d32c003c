package microstorm.messaging.inbox;

import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A record as Kafka delivered it.
 *
 * @param event null if the record is not a CloudEvent with an id and a type
 * @param traceparent null if its producer was not traced
 */
record Delivery(KafkaRecord<String, String> record, IncomingEvent event, String traceparent) {

  private static final int UUID_LENGTH = 36;

  static Delivery of(KafkaRecord<String, String> record) {
    Headers headers = record.getHeaders();
    return new Delivery(
        record,
        event(headers, record.getKey(), record.getPayload(), record.getTimestamp()),
        header(headers, "traceparent"));
  }

  /** An event that no channel delivers, so that there is nothing to acknowledge. */
  static Delivery replayed(IncomingEvent event) {
    return new Delivery(null, event, null);
  }

  /** The event of a record; null if it is not a CloudEvent with an id and a type. */
  static IncomingEvent event(ConsumerRecord<String, String> record) {
    return event(
        record.headers(), record.key(), record.value(), Instant.ofEpochMilli(record.timestamp()));
  }

  boolean isEvent() {
    return event != null;
  }

  private static IncomingEvent event(
      Headers headers, String key, String payload, Instant timestamp) {
    UUID id = uuid(header(headers, "ce_id"));
    String type = header(headers, "ce_type");
    if (id == null || type == null || payload == null) {
      return null;
    }
    return new IncomingEvent(
        id,
        type,
        header(headers, "ce_source"),
        header(headers, "ce_subject"),
        key,
        time(header(headers, "ce_time"), timestamp),
        payload);
  }

  private static UUID uuid(String text) {
    try {
      return text == null || text.length() != UUID_LENGTH ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Instant time(String text, Instant recordTime) {
    try {
      return text == null ? recordTime : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return recordTime;
    }
  }

  private static String header(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
