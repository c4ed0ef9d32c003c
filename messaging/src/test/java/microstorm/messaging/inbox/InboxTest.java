package microstorm.messaging.inbox;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import microstorm.messaging.fixture.Applied;
import microstorm.messaging.fixture.MessagingServers;
import microstorm.messaging.fixture.Servers;
import microstorm.messaging.fixture.Topics;
import microstorm.messaging.outbox.Outbox;
import microstorm.messaging.outbox.OutgoingEvent;
import microstorm.messaging.outbox.TestEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** R8: only the events that fail become dead letters, and a repaired one can be replayed. */
@QuarkusTest
@WithTestResource(MessagingServers.class)
class InboxTest {

  private static final String DLQ = "app.events.dlq";
  private static final String WORDS = "words that belong in no header";

  @Inject Outbox outbox;
  @Inject AppHandler handler;
  @Inject DataSource database;
  @Inject MeterRegistry meters;
  @Inject DeletedKeys deletedKeys;

  @TestHTTPResource(value = "/dead-letters", management = true)
  URI deadLetters;

  private final List<UUID> keys = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

  @Test
  void onePercentOfFailingEventsBlocksNoOtherAndARepairedOneIsAppliedOnce() throws Exception {
    append(IntStream.range(0, 1_000).map(n -> n % 100 == 50 ? -n : n).toArray());

    await().until(() -> applied().count() == 990);
    List<ConsumerRecord<String, String>> dead = awaitDead(10);
    assertThat(applied().count()).isEqualTo(990);
    assertThat(applied().mostTimes()).isEqualTo(1);
    assertThat(applied().inOrder()).isTrue();
    Set<String> notified =
        handler.deadLetters().stream()
            .map(event -> event.id().toString())
            .collect(Collectors.toSet());
    for (ConsumerRecord<String, String> letter : dead) {
      assertThat(Topics.header(letter, "dead-letter-reason"))
          .contains(
              "java.lang.IllegalStateException at microstorm.messaging.inbox.AppHandler.handle");
      assertThat(Topics.header(letter, "dead-letter-topic")).isEqualTo("app.events");
      assertThat(notified).contains(Topics.header(letter, "ce_id"));
      letter
          .headers()
          .forEach(header -> assertThat(new String(header.value())).doesNotContain(WORDS));
    }
    replayIsAppliedOnce(Topics.header(dead.get(0), "ce_id"));
  }

  private void replayIsAppliedOnce(String eventId) throws Exception {
    Map<String, Object> listed =
        RestAssured.get(deadLetters + "?limit=1000")
            .jsonPath()
            .getMap("deadLetters.find { it.eventId == '" + eventId + "' }");
    assertThat(listed)
        .containsEntry("type", TestEvent.TYPE)
        .containsEntry("origin", "app.events")
        .containsKeys("topic", "partition", "offset", "key", "cause", "time");
    assertThat(listed.toString()).doesNotContain(WORDS);

    double duplicates = duplicates("app-events");
    for (int i = 0; i < 2; i++) {
      RestAssured.given()
          .body("{\"number\": 1050, \"text\": \"repaired\"}")
          .post(deadLetters + "/" + eventId + "/replay")
          .then()
          .statusCode(202);
    }
    await().until(() -> duplicates("app-events") >= duplicates + 1);
    assertThat(applied().times(UUID.fromString(eventId))).isEqualTo(1);
  }

  @Test
  void theHandlerGetsTheKeysOfATransactionBeforeItsEvents() {
    append(IntStream.range(0, 100).toArray());
    await().until(() -> applied().count() == 100);
    assertThat(handler.unannounced()).isEmpty();
  }

  @Test
  void eventsOfADeletedKeyAreNotApplied() {
    UUID deleted = keys.get(0);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              deletedKeys.exclude();
              deletedKeys.add(List.of(deleted));
            });
    append(IntStream.range(0, 30).toArray());
    await().until(() -> applied().count() == 20);
    append(100, 101, 102);
    await().until(() -> applied().count() == 22);
    assertThat(deletedKeys.among(keys)).containsExactly(deleted);
  }

  /** Otherwise an event could be applied after the deletion that it has not seen. */
  @Test
  void noEventIsAppliedWhileKeysAreDeleted() throws Exception {
    QuarkusTransaction.requiringNew()
        .call(
            () -> {
              deletedKeys.exclude();
              QuarkusTransaction.requiringNew()
                  .run(() -> outbox.append(new TestEvent(keys.get(0), 1, WORDS)));
              awaitWaitingInbox();
              assertThat(applied().count()).isZero();
              deletedKeys.add(List.of(keys.get(0)));
              return null;
            });
    append(2, 3);
    await().until(() -> applied().count() == 1);
  }

  /** Otherwise the events of all others would wait as long as a batch full of deletions takes. */
  @Test
  void aTransactionThatDeletesKeysDoesLittleElse() throws Exception {
    List<UUID> deleted = Stream.generate(UUID::randomUUID).limit(70).toList();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              for (int n = 0; n < deleted.size(); n++) {
                outbox.append(new KeyDeleted(deleted.get(n), n));
                outbox.append(new TestEvent(keys.get(n % keys.size()), n, WORDS));
              }
            });
    await().until(() -> applied().count() == 70 && deletedKeys.among(deleted).size() == 70);
    Set<String> ours =
        Stream.concat(deleted.stream(), keys.stream())
            .map(UUID::toString)
            .collect(Collectors.toSet());
    for (List<IncomingEvent> transaction : handler.transactions()) {
      List<String> types =
          transaction.stream()
              .filter(event -> ours.contains(event.key()))
              .map(IncomingEvent::type)
              .toList();
      if (types.contains(AppHandler.DELETED)) {
        assertThat(types).containsOnly(AppHandler.DELETED);
        assertThat(types).hasSizeLessThanOrEqualTo(BatchParts.DELETIONS);
      }
    }
    assertThat(handler.transactions())
        .as("deletions share transactions")
        .anyMatch(
            transaction ->
                transaction.size() > 1
                    && transaction.stream().allMatch(e -> e.type().equals(AppHandler.DELETED)));
  }

  /** Otherwise the same batch would be tried again and again. */
  @Test
  void eventsThatTakeTooLongTogetherAreAppliedInSmallerTransactions() throws Exception {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                outbox.append(
                    IntStream.range(0, 8)
                        .mapToObj(n -> new TestEvent(keys.get(n % keys.size()), n, "many"))
                        .toList()));
    await().until(() -> applied().count() == 8);
    assertThat(applied().mostTimes()).isEqualTo(1);
    assertThat(applied().inOrder()).isTrue();
  }

  /** An event that deletes its key. */
  private record KeyDeleted(@JsonIgnore UUID key, int number, String text)
      implements OutgoingEvent {

    KeyDeleted(UUID key, int number) {
      this(key, number, WORDS);
    }

    @Override
    public String type() {
      return AppHandler.DELETED;
    }
  }

  /** The relay may be waiting for a lock as well, but not for this one. */
  private void awaitWaitingInbox() {
    await()
        .until(
            () -> {
              try (var connection = database.getConnection();
                  var statement = connection.createStatement();
                  var rows =
                      statement.executeQuery(
                          "select count(*) from pg_locks where locktype = 'advisory'"
                              + " and mode = 'ShareLock' and not granted")) {
                rows.next();
                return rows.getInt(1) > 0;
              }
            });
  }

  @Test
  void aRecordThatIsNotAnEventIsADeadLetterAndLaterEventsAreApplied() throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", Servers.kafka()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>("app.events", keys.get(0).toString(), "no event"));
      ProducerRecord<String, String> badId =
          new ProducerRecord<>("app.events", keys.get(0).toString(), "bad id");
      badId.headers().add("ce_id", "7".getBytes()).add("ce_type", "t".getBytes());
      producer.send(badId);
      producer.send(new ProducerRecord<>("app.events", keys.get(0).toString(), null)).get();
    }
    append(1, 2, 3);
    await().until(() -> applied().count() == 3);
    assertThat(awaitDead(3))
        .extracting(letter -> Topics.header(letter, "dead-letter-reason"))
        .allMatch(reason -> reason.contains("NotAnEvent"));
  }

  @Test
  void anUnknownDeadLetterIsNotFoundAndBodiesAreBounded() {
    String replay = deadLetters + "/" + UUID.randomUUID() + "/replay";
    RestAssured.post(replay).then().statusCode(404).contentType("application/problem+json");
    RestAssured.given().body("{").post(replay).then().statusCode(400);
    RestAssured.given().body("x".repeat(8_000_001)).post(replay).then().statusCode(413);
    RestAssured.get(deadLetters + "?limit=many").then().statusCode(400);
  }

  private void append(int... numbers) {
    List<TestEvent> events =
        IntStream.range(0, numbers.length)
            .mapToObj(i -> new TestEvent(keys.get(i % keys.size()), numbers[i], WORDS))
            .toList();
    QuarkusTransaction.requiringNew().run(() -> outbox.append(events));
  }

  private List<ConsumerRecord<String, String>> awaitDead(int count) {
    Set<String> ours = keys.stream().map(UUID::toString).collect(Collectors.toSet());
    return await()
        .until(
            () ->
                Topics.read(Servers.kafka(), DLQ).stream()
                    .filter(letter -> ours.contains(letter.key()))
                    .toList(),
            letters -> letters.size() == count);
  }

  private double duplicates(String consumer) {
    return meters.get("microstorm.inbox.duplicates").tag("consumer", consumer).counter().count();
  }

  private Applied applied() {
    return new Applied(database, keys);
  }
}
