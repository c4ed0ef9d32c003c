package microstorm.messaging.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Handling without spans; OutboxTest follows a trace through Kafka with spans. */
class EventSpansTest {

  private static final String TRACEPARENT =
      "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void withoutSpansAnEventIsHandledInItsTrace() throws Exception {
    assertThat(traceOf(TRACEPARENT)).containsExactly(TRACEPARENT);
  }

  @Test
  void withoutSpansAnEventWithoutATraceStartsNone() throws Exception {
    assertThat(traceOf(null)).containsOnlyNulls();
    assertThat(traceOf("no trace")).containsOnlyNulls();
  }

  private static List<String> traceOf(String traceparent) throws Exception {
    List<String> traces = new ArrayList<>();
    new EventSpans(true)
        .handle(
            "type",
            traceparent,
            () -> {
              traces.add(Tracing.traceparent());
              return null;
            });
    assertThat(Tracing.traceparent()).as("afterwards").isNull();
    return traces;
  }
}
