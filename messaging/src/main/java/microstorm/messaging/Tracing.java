package microstorm.messaging;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;

/** Carries a trace from the request through outbox, Kafka and inbox to what follows from it. */
final class Tracing {

  private static final TextMapGetter<String> TRACEPARENT =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
          return List.of("traceparent");
        }

        @Override
        public String get(String traceparent, String key) {
          return "traceparent".equals(key) ? traceparent : null;
        }
      };

  private Tracing() {}

  /** The current span in W3C form, or null if there is none. */
  static String traceparent() {
    SpanContext span = Span.current().getSpanContext();
    if (!span.isValid()) {
      return null;
    }
    return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex();
  }

  /** A span for the handling of one event, a child of the one that the event came from. */
  static Span handling(String type, String traceparent) {
    Context parent =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, TRACEPARENT);
    return GlobalOpenTelemetry.getTracer("microstorm.messaging")
        .spanBuilder("process " + type)
        .setSpanKind(SpanKind.CONSUMER)
        .setParent(parent)
        .startSpan();
  }
}
