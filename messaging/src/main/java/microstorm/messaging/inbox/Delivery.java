package microstorm.messaging.inbox;

import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.common.header.Header;

/**
 * A record as Kafka delivered it.
 *
 * @param event null if the record is not a CloudEvent with an id and a type
 * @param traceparent null if its producer was not traced
 */
record Delivery(KafkaRecord<String, String> record, IncomingEvent event, String traceparent) {

  private static final int UUID_LENGTH = 36;

  static Delivery of(KafkaRecord<String, String> record) {
    return new Delivery(record, event(record), header(record, "traceparent"));
  }

  boolean isEvent() {
    return event != null;
  }

  private static IncomingEvent event(KafkaRecord<String, String> record) {
    UUID id = uuid(header(record, "ce_id"));
    String type = header(record, "ce_type");
    if (id == null || type == null || record.getPayload() == null) {
      return null;
    }
    return new IncomingEvent(
        id,
        type,
        header(record, "ce_source"),
        header(record, "ce_subject"),
        record.getKey(),
        time(header(record, "ce_time"), record.getTimestamp()),
        record.getPayload());
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

  private static String header(KafkaRecord<String, String> record, String name) {
    Header header = record.getHeaders().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
