package microstorm.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of outbox, relay and inbox. Checked at start: a wrong one stops it. */
@ConfigMapping(prefix = "microstorm.messaging")
public interface MessagingConfig {

  /**
   * Stands before the name of every topic and consumer group, such as {@code blue.}, so that two
   * installations share one Kafka without each other's events; each service's configuration puts it
   * there. Empty for an installation that has Kafka for itself.
   */
  Optional<String> topicPrefix();

  /**
   * The topic this service publishes to; one topic a producer, so that consumers know whom they
   * hear.
   */
  String topic();

  /** The CloudEvents source of this service, a path such as {@code /idea-service}. */
  String source();

  /**
   * Whether the library creates and migrates its two tables at start. Off where a job with more
   * rights does it.
   */
  @WithDefault("true")
  boolean migrate();

  /**
   * Whether this start is for the tables alone: it ends with exit code 0 once they are there,
   * before anything asks for Kafka.
   */
  @WithDefault("false")
  boolean migrateOnly();

  /**
   * Largest payload of an event in bytes. What is larger is refused when it is appended, since a
   * row that Kafka refuses would hold back all behind it. Topics need a {@code max.message.bytes}
   * of 8 MiB for the default.
   */
  @WithDefault("8000000")
  int maxPayloadBytes();

  /**
   * How long the inbox remembers an event. It must be longer than the topics keep theirs: an event
   * delivered after it is forgotten is applied again.
   */
  @WithDefault("8d")
  Duration inboxRetention();

  /** How often the inbox's old rows are removed. */
  @WithDefault("1m")
  Duration cleanupInterval();

  /** How often the gauges are sampled; not at the scrape, which must not wait for a database. */
  @WithDefault("5s")
  Duration sampleInterval();

  /** The relay. */
  Relay relay();

  /** How to sign in at Kafka, where {@code kafka.security.protocol} begins with SASL. */
  KafkaLogin kafkaLogin();

  /** A name and a password as they are: nothing in them needs to be quoted. */
  interface KafkaLogin {

    /** The name; without one nobody signs in, or as {@code kafka.sasl.jaas.config} says. */
    Optional<String> username();

    /** The password of that name. */
    Optional<String> password();
  }

  /** Settings of the relay from the outbox to Kafka. */
  interface Relay {

    /** Whether this instance publishes. Others on the same database do it then. */
    @WithDefault("true")
    boolean enabled();

    /** Rows sent together; a transaction has up to ten times as many, which a crash sends twice. */
    @WithDefault("1000")
    int batchSize();

    /**
     * How often the outbox is looked at without a wake-up: finds what a crashed instance left, so
     * it bounds the takeover.
     */
    @WithDefault("200ms")
    Duration poll();

    /**
     * Longest wait at shutdown for the batch in flight; what is not confirmed then is sent again.
     */
    @WithDefault("10s")
    Duration shutdownTimeout();
  }
}
