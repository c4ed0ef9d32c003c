package microstorm.messaging.settings;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Settings for the library's own Kafka clients; address and security come from {@code kafka.*}. */
@ApplicationScoped
public class KafkaSettings {

  /** The largest record including its headers; the limit of the payload is lower. */
  public static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;

  private final Map<String, Object> broker;

  KafkaSettings(@Identifier("default-kafka-broker") Map<String, Object> broker) {
    this.broker = Map.copyOf(broker);
  }

  /** Settings for a producer that loses no record, keeps the order and fails in bounded time. */
  public Map<String, Object> producer(String clientId) {
    return producer(broker, clientId);
  }

  /** Settings for reading a topic outside of a consumer group. */
  public Map<String, Object> reader(String clientId) {
    Map<String, Object> settings = only(ConsumerConfig.configNames(), broker);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
    settings.put(
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 2 * MAX_RECORD_BYTES);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    return settings;
  }

  /** The same as {@link #producer(String)}, without a container. */
  public static Map<String, Object> producer(Map<String, Object> broker, String clientId) {
    Map<String, Object> settings = only(ProducerConfig.configNames(), broker);
    settings.remove(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG);
    settings.remove(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
    settings.put(ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // A partition that does not know the producer accepts any batch as its first one. If it refused
    // the first batch because its leader was not ready, a second one in flight would overtake it.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, compression());
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    // Allows full batches while rows are handed over; the flush at the end does not wait for it.
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    return settings;
  }

  private static Map<String, Object> only(Set<String> names, Map<String, Object> broker) {
    Map<String, Object> settings = KafkaPasswords.literal(broker);
    settings.keySet().retainAll(names);
    return settings;
  }

  /** lz4 has a pure Java fallback for its native library, but it may be excluded from the build. */
  private static String compression() {
    try {
      Class.forName("net.jpountz.lz4.LZ4Factory", false, KafkaSettings.class.getClassLoader());
      return "lz4";
    } catch (ClassNotFoundException e) {
      return "none";
    }
  }
}
