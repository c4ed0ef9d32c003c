package microstorm.messaging.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Handles each event in its trace: in a span of its own, or in the producer's span if spans are
 * disabled.
 */
@ApplicationScoped
public class EventSpans {

  private final boolean disabled;

  EventSpans(
      @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "false")
          boolean disabled) {
    this.disabled = disabled;
  }

  /**
   * Handles an event.
   *
   * @param traceparent the trace that the event carries, or null
   */
  public void handle(String type, String traceparent, Callable<Void> handling) throws Exception {
    Context trace = Tracing.continued(traceparent);
    if (disabled) {
      trace.wrap(handling).call();
    } else {
      inSpan("process " + type, trace, handling);
    }
  }

  private static void inSpan(String name, Context trace, Callable<Void> handling) throws Exception {
    Span span =
        GlobalOpenTelemetry.getTracer("microstorm.messaging")
            .spanBuilder(name)
            .setSpanKind(SpanKind.CONSUMER)
            .setParent(trace)
            .startSpan();
    try {
      Context.current().with(span).wrap(handling).call();
    } catch (Exception e) {
      span.setStatus(StatusCode.ERROR, e.getClass().getName());
      throw e;
    } finally {
      span.end();
    }
  }
}
