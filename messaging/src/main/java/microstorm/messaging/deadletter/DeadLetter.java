package microstorm.messaging.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A dead letter, without its payload.
 *
 * @param topic the dead-letter topic
 * @param eventId null if the record was not a CloudEvent
 * @param origin the topic it came from
 * @param cause class and place of the failure
 * @param time when it became a dead letter
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetter(
    String topic,
    int partition,
    long offset,
    String eventId,
    String type,
    String key,
    String origin,
    String cause,
    Instant time) {

  static DeadLetter of(ConsumerRecord<String, String> record) {
    return new DeadLetter(
        record.topic(),
        record.partition(),
        record.offset(),
        header(record, "ce_id"),
        header(record, "ce_type"),
        record.key(),
        header(record, "dead-letter-topic"),
        header(record, "dead-letter-reason"),
        Instant.ofEpochMilli(record.timestamp()));
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
