package microstorm.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Optional;
import microstorm.messaging.settings.KafkaSettings;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of outbox, relay and inbox. An invalid value stops the start. */
@ConfigMapping(prefix = "microstorm.messaging")
public interface MessagingConfig {

  /** The space that the headers of a record may take, in bytes. */
  int HEADERS = 64 * 1024;

  /**
   * A prefix of the names of all topics and consumer groups, such as {@code blue.}, so that two
   * installations can share one Kafka. Each service's configuration applies it. Empty if the
   * installation does not share its Kafka.
   */
  Optional<
          @Pattern(
              regexp = "[a-zA-Z0-9._-]{1,100}",
              message = "must be at most 100 letters, digits, dots, hyphens and underscores")
          String>
      topicPrefix();

  /** The topic that this service publishes to. Each producer has a topic of its own. */
  @Pattern(regexp = "[a-zA-Z0-9._-]{1,249}", message = "must be the name of a Kafka topic")
  String topic();

  /** The CloudEvents source of this service, a path such as {@code /idea-service}. */
  @Pattern(regexp = "/[a-z0-9-]{1,100}", message = "must be a path such as /idea-service")
  String source();

  /**
   * Whether the library creates and migrates its two tables at start. Set it to false if a job with
   * more rights does that.
   */
  @WithDefault("true")
  boolean migrate();

  /**
   * Whether this start is only for the migration: the process ends with exit code 0 when the tables
   * are up to date, before it connects to Kafka.
   */
  @WithDefault("false")
  boolean migrateOnly();

  /**
   * The largest payload of an event in bytes. A larger one is refused when it is appended, since a
   * row that Kafka refuses would block all later rows. With the default, topics need a {@code
   * max.message.bytes} of 8 MiB.
   */
  @WithDefault("8000000")
  @Min(1_000)
  @Max(KafkaSettings.MAX_RECORD_BYTES - HEADERS)
  int maxPayloadBytes();

  /**
   * How long the inbox keeps the id of an event. It must be longer than the retention of the
   * topics: an event that is delivered after its id was removed is applied again.
   */
  @WithDefault("8d")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(seconds = 1)
  @DurationMax(days = 3650)
  Duration inboxRetention();

  /** How often old rows of the inbox are removed. */
  @WithDefault("1m")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(millis = 100)
  @DurationMax(days = 1)
  Duration cleanupInterval();

  /**
   * How often the gauges are sampled. They are not sampled during a scrape, which must not wait for
   * the database.
   */
  @WithDefault("5s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(millis = 100)
  @DurationMax(minutes = 5)
  Duration sampleInterval();

  /** The settings of the relay. */
  Relay relay();

  /** The login at Kafka, if {@code kafka.security.protocol} begins with SASL. */
  KafkaLogin kafkaLogin();

  /** A name and a password, without any quoting or escaping. */
  interface KafkaLogin {

    /** The name. Without it, {@code kafka.sasl.jaas.config} applies, or there is no login. */
    Optional<String> username();

    /** The password for the name. */
    Optional<String> password();
  }

  /** Settings of the relay from the outbox to Kafka. */
  interface Relay {

    /** Whether this replica publishes. If not, other replicas with the same database do. */
    @WithDefault("true")
    boolean enabled();

    /**
     * Rows sent together; a transaction has up to ten times as many, which are sent again after a
     * crash.
     */
    @WithDefault("1000")
    @Min(1)
    @Max(10_000)
    int batchSize();

    /**
     * How often the relay reads the outbox without a wake-up. So it finds the rows of a crashed
     * replica, and this bounds the time of the takeover.
     */
    @WithDefault("200ms")
    @WithConverter(DurationWithUnit.class)
    @DurationMin(millis = 10)
    @DurationMax(seconds = 10)
    Duration poll();

    /**
     * How long the shutdown waits for the batch in flight; rows that are not acknowledged by then
     * are sent again.
     */
    @WithDefault("10s")
    @WithConverter(DurationWithUnit.class)
    @DurationMin(millis = 100)
    @DurationMax(minutes = 1)
    Duration shutdownTimeout();
  }
}
