package microstorm.messaging.outbox;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import microstorm.messaging.MessagingConfig;
import microstorm.messaging.fixture.MessagingServers;
import microstorm.messaging.fixture.Servers;
import microstorm.messaging.fixture.Topics;
import microstorm.messaging.inbox.AppHandler;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MessagingServers.class)
class OutboxTest {

  @Inject Outbox outbox;
  @Inject AppHandler handler;
  @Inject MessagingConfig config;
  @Inject WakeUps wakeUps;

  private final UUID key = UUID.randomUUID();

  @Test
  void committedEventsArePublishedAsCloudEventsInTheirOrder() {
    Instant before = Instant.now().minusSeconds(1);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                outbox.append(
                    IntStream.range(0, 20).mapToObj(n -> new TestEvent(key, n, "")).toList()));

    List<ConsumerRecord<String, String>> records = awaitPublished(20);
    assertThat(records)
        .extracting(ConsumerRecord::value)
        .containsExactlyElementsOf(
            IntStream.range(0, 20).mapToObj(n -> "{\"number\":" + n + ",\"text\":\"\"}").toList());
    ConsumerRecord<String, String> first = records.get(0);
    assertThat(Topics.header(first, "ce_specversion")).isEqualTo("1.0");
    assertThat(UUID.fromString(Topics.header(first, "ce_id")).version()).isEqualTo(7);
    assertThat(Topics.header(first, "ce_type")).isEqualTo(TestEvent.TYPE);
    assertThat(Topics.header(first, "ce_source")).isEqualTo("/test-service");
    assertThat(Topics.header(first, "ce_subject")).isEqualTo(key.toString());
    assertThat(Topics.header(first, "content-type")).isEqualTo("application/json");
    assertThat(Instant.parse(Topics.header(first, "ce_time"))).isBetween(before, Instant.now());
  }

  @Test
  void appendingOutsideATransactionIsRefused() {
    assertThatThrownBy(() -> outbox.append(new TestEvent(key, 1, "")))
        .isInstanceOf(TransactionalException.class);
  }

  @Test
  void aRolledBackTransactionPublishesNothing() {
    QuarkusTransaction.begin();
    outbox.append(new TestEvent(key, 1, "rolled back"));
    QuarkusTransaction.rollback();
    QuarkusTransaction.requiringNew().run(() -> outbox.append(new TestEvent(key, 2, "")));

    assertThat(awaitPublished(1))
        .extracting(ConsumerRecord::value)
        .first()
        .asString()
        .contains("2");
  }

  @Test
  void theRelayIsWokenAfterTheCommitOrAtOnceWithoutATransaction() {
    int before = wakeUps.ofThisThread();
    QuarkusTransaction.begin();
    outbox.wake();
    assertThat(wakeUps.ofThisThread()).as("control: not before the commit").isEqualTo(before);
    QuarkusTransaction.commit();
    assertThat(wakeUps.ofThisThread()).isEqualTo(before + 1);

    outbox.wake();
    assertThat(wakeUps.ofThisThread()).isEqualTo(before + 2);
  }

  @Test
  void aPayloadAboveTheLimitIsRefusedAndOneAtTheLimitIsNot() {
    String text = "x".repeat(config.maxPayloadBytes() - 100);
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(() -> outbox.append(new TestEvent(key, 1, text + "x".repeat(100)))))
        .hasMessageContaining(TestEvent.TYPE)
        .hasMessageNotContaining("xxx");
    QuarkusTransaction.requiringNew().run(() -> outbox.append(new TestEvent(key, 2, text)));
    assertThat(awaitPublished(1)).hasSize(1);
  }

  private record Untraced(@JsonIgnore UUID key, int number) implements OutgoingEvent {
    @Override
    public String type() {
      return TestEvent.TYPE;
    }

    @Override
    public boolean traced() {
      return false;
    }
  }

  @Test
  void anUntracedEventHasNoTrace() {
    Span span = GlobalOpenTelemetry.getTracer("test").spanBuilder("request").startSpan();
    TestEvent event = new TestEvent(key, 1, "no trace");
    Context.current()
        .with(span)
        .wrap(
            () -> {
              assertThat(outbox.prepare(new Untraced(key, 1)).traceparent()).isNull();
              assertThat(outbox.prepare(event).traceparent()).isNotNull();
            })
        .run();
    span.end();
  }

  @Test
  void theHandlerRunsInTheTraceOfTheRequest() {
    Span span = GlobalOpenTelemetry.getTracer("test").spanBuilder("request").startSpan();
    Context.current()
        .with(span)
        .wrap(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(() -> outbox.append(new TestEvent(key, 1, "trace"))))
        .run();
    span.end();

    String traceId = span.getSpanContext().getTraceId();
    ConsumerRecord<String, String> record = awaitPublished(1).get(0);
    assertThat(Topics.header(record, "traceparent")).startsWith("00-" + traceId + "-");
    await()
        .untilAsserted(
            () ->
                assertThat(handler.traces())
                    .anyMatch(trace -> trace != null && trace.startsWith("00-" + traceId)));
  }

  private List<ConsumerRecord<String, String>> awaitPublished(int count) {
    return await()
        .until(
            () ->
                Topics.read(Servers.kafka(), "app.events").stream()
                    .filter(record -> key.toString().equals(record.key()))
                    .toList(),
            records -> records.size() == count);
  }
}
