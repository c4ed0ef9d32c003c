package microstorm.messaging.inbox;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import microstorm.messaging.fixture.Applied;
import microstorm.messaging.fixture.MessagingServers;
import microstorm.messaging.fixture.Servers;
import microstorm.messaging.fixture.Topics;
import microstorm.messaging.outbox.TestEvent;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * While the database is unavailable, no event becomes a dead letter, and only events that need the
 * database wait.
 */
@QuarkusTest
@WithTestResource(MessagingServers.class)
class DatabaseOutageTest {

  @Inject DataSource database;
  @Inject MeterRegistry meters;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @TestHTTPResource(value = "/health/ready", management = true)
  URL ready;

  private final UUID key = UUID.randomUUID();

  @Test
  void eventsWaitForTheDatabaseAndAreAppliedAfterIt() throws Exception {
    send(TestEvent.TYPE, 1);
    Applied applied = new Applied(database, List.of(key));
    await().until(() -> applied.count() == 1);
    double waits = waits();

    withoutDatabase(
        () -> {
          for (int number = 2; number <= 10; number++) {
            send(TestEvent.TYPE, number);
          }
          await().until(() -> waits() >= waits + 5);
          assertThat(dead()).isZero();
        });

    await().ignoreExceptions().until(() -> applied.count() == 10);
    assertThat(applied.mostTimes()).isEqualTo(1);
    assertThat(applied.inOrder()).isTrue();
    assertThat(dead()).isZero();
  }

  @Test
  void otherEventsAreAcknowledgedWithoutADatabase() throws Exception {
    withoutDatabase(
        () -> {
          RecordMetadata foreign = send(TestEvent.FOREIGN_TYPE, 1);
          await().until(() -> acknowledged(foreign));

          double waits = waits();
          RecordMetadata needed = send(TestEvent.TYPE, 2);
          await().until(() -> waits() >= waits + 3);
          assertThat(acknowledged(needed)).as("control: an event that it needs waits").isFalse();
        });

    Applied applied = new Applied(database, List.of(key));
    await().ignoreExceptions().until(() -> applied.count() == 1);
  }

  @Test
  void aLongOutageMakesTheReplicaUnreadyUntilTheFirstAnswer() throws Exception {
    await().until(() -> readiness() == 200);
    withoutDatabase(() -> await().until(() -> readiness() == 503));
    await().until(() -> readiness() == 200);
  }

  private int readiness() {
    return given().get(ready).statusCode();
  }

  private void withoutDatabase(Task task) throws Exception {
    String name = url.replaceAll(".*/(\\w+)\\?.*", "$1");
    DataSource server = Servers.database(Servers.url("postgres"));
    try {
      Servers.execute(server, "alter database " + name + " with allow_connections false");
      Servers.execute(
          server,
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
      task.run();
    } finally {
      Servers.execute(server, "alter database " + name + " with allow_connections true");
    }
  }

  private static boolean acknowledged(RecordMetadata sent) throws Exception {
    TopicPartition partition = new TopicPartition(sent.topic(), sent.partition());
    return Topics.acknowledged(Servers.kafka(), "app", partition) > sent.offset();
  }

  private RecordMetadata send(String type, int number) throws Exception {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(
            "app.events", key.toString(), "{\"number\":" + number + ",\"text\":\"\"}");
    record.headers().add("ce_id", UUID.randomUUID().toString().getBytes());
    record.headers().add("ce_type", type.getBytes());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", Servers.kafka()),
            new StringSerializer(),
            new StringSerializer())) {
      return producer.send(record).get(30, TimeUnit.SECONDS);
    }
  }

  private long dead() {
    return Topics.read(Servers.kafka(), "app.events.dlq").stream()
        .filter(letter -> key.toString().equals(letter.key()))
        .count();
  }

  private double waits() {
    return meters.find("microstorm.inbox.waits").tag("consumer", "app-events").counters().stream()
        .mapToDouble(io.micrometer.core.instrument.Counter::count)
        .sum();
  }

  private interface Task {
    void run() throws Exception;
  }
}
