package microstorm.local.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import microstorm.embedded.kafka.KafkaServer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The events of a partition as bytes. Each has its offset and its time in milliseconds, then the
 * key, the value and the headers; each of these begins with its length, which is -1 for null.
 */
final class EventCodec {
  private static final int MAX_BYTES = 2 * KafkaServer.MAX_MESSAGE_BYTES;
  private static final int MAX_HEADERS = 1000;

  /** An event that was read. */
  record Event(long offset, ProducerRecord<byte[], byte[]> content) {}

  private EventCodec() {}

  static void write(ConsumerRecord<byte[], byte[]> event, DataOutputStream out) throws IOException {
    out.writeLong(event.offset());
    out.writeLong(event.timestamp());
    write(event.key(), out);
    write(event.value(), out);
    Header[] headers = event.headers().toArray();
    out.writeInt(headers.length);
    for (Header header : headers) {
      out.writeUTF(header.key());
      write(header.value(), out);
    }
  }

  /** The next event; empty at the end. */
  static Optional<Event> read(TopicPartition partition, DataInputStream in) throws IOException {
    long offset;
    try {
      offset = in.readLong();
    } catch (EOFException e) {
      return Optional.empty();
    }
    long time = in.readLong();
    byte[] key = read(in);
    byte[] value = read(in);
    RecordHeaders headers = new RecordHeaders();
    int count = in.readInt();
    require(count >= 0 && count <= MAX_HEADERS);
    for (int i = 0; i < count; i++) {
      headers.add(in.readUTF(), read(in));
    }
    return Optional.of(
        new Event(
            offset,
            new ProducerRecord<>(
                partition.topic(), partition.partition(), Math.max(0, time), key, value, headers)));
  }

  private static void write(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes == null ? -1 : bytes.length);
    if (bytes != null) {
      out.write(bytes);
    }
  }

  private static byte[] read(DataInputStream in) throws IOException {
    int length = in.readInt();
    require(length >= -1 && length <= MAX_BYTES);
    return length < 0 ? null : in.readNBytes(length);
  }

  private static void require(boolean valid) throws IOException {
    if (!valid) {
      throw new IOException("an event is not readable");
    }
  }
}
