package microstorm.messaging.maintenance;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.regex.Pattern;
import microstorm.messaging.MessagingConfig;
import microstorm.messaging.settings.KafkaSettings;

/** Stops the start if a setting is invalid. */
@ApplicationScoped
class MessagingConfigCheck {

  private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");
  private static final Pattern SOURCE = Pattern.compile("/[a-z0-9-]{1,100}");

  /** The space that the headers of a record may take. */
  private static final int HEADERS = 64 * 1024;

  private final MessagingConfig config;

  MessagingConfigCheck(MessagingConfig config) {
    this.config = config;
  }

  void check(@Observes @Priority(1) StartupEvent event) {
    check(config);
  }

  /**
   * Checks every setting.
   *
   * @throws IllegalArgumentException with the name and the allowed values of the first invalid
   *     setting
   */
  static void check(MessagingConfig config) {
    require(
        TOPIC.matcher(config.topic()).matches(),
        "topic",
        config.topic(),
        "the name of a Kafka topic");
    String prefix = config.topicPrefix().orElse("");
    require(
        prefix.isEmpty() || prefix.length() <= 100 && TOPIC.matcher(prefix).matches(),
        "topic-prefix",
        prefix,
        "at most 100 letters, digits, dots, hyphens and underscores");
    require(
        SOURCE.matcher(config.source()).matches(),
        "source",
        config.source(),
        "a path such as /idea-service");
    require(
        config.maxPayloadBytes() >= 1_000
            && config.maxPayloadBytes() <= KafkaSettings.MAX_RECORD_BYTES - HEADERS,
        "max-payload-bytes",
        config.maxPayloadBytes(),
        "1000 to " + (KafkaSettings.MAX_RECORD_BYTES - HEADERS));
    between(
        config.inboxRetention(), "inbox-retention", Duration.ofSeconds(1), Duration.ofDays(3650));
    between(
        config.cleanupInterval(), "cleanup-interval", Duration.ofMillis(100), Duration.ofDays(1));
    between(
        config.sampleInterval(), "sample-interval", Duration.ofMillis(100), Duration.ofMinutes(5));
    MessagingConfig.Relay relay = config.relay();
    require(
        relay.batchSize() >= 1 && relay.batchSize() <= 10_000,
        "relay.batch-size",
        relay.batchSize(),
        "1 to 10000");
    between(relay.poll(), "relay.poll", Duration.ofMillis(10), Duration.ofSeconds(10));
    between(
        relay.shutdownTimeout(),
        "relay.shutdown-timeout",
        Duration.ofMillis(100),
        Duration.ofMinutes(1));
  }

  private static void between(Duration value, String key, Duration least, Duration most) {
    require(
        value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
        key,
        value,
        least + " to " + most);
  }

  private static void require(boolean valid, String key, Object value, String allowed) {
    if (!valid) {
      throw new IllegalArgumentException(
          "microstorm.messaging." + key + " is " + value + "; it must be " + allowed + ".");
    }
  }
}
