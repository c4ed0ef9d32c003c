package microstorm.idea.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import microstorm.http.problem.ProblemException;
import microstorm.http.share.FairShareLimiter;
import microstorm.http.share.Permit;
import microstorm.http.share.Shares;
import microstorm.http.token.Requester;
import microstorm.idea.sse.SendResult;

/** Limits and counts the open streams. */
@ApplicationScoped
class StreamLimiter {

  private static final int RETRY_AFTER_SECONDS = 5;

  private final FairShareLimiter open;
  private final AtomicInteger opened = new AtomicInteger();
  private final Counter sent;
  private final Counter cut;

  StreamLimiter(StreamConfig config, MeterRegistry meters) {
    this.open =
        new FairShareLimiter(
            "open live streams",
            new Shares(config.perReplica(), config.perTeam(), config.perPerson()),
            RETRY_AFTER_SECONDS);
    this.sent =
        Counter.builder("microstorm.streams.sent")
            .description("Changes that were sent to live streams")
            .register(meters);
    this.cut =
        Counter.builder("microstorm.streams.cut")
            .description("Live streams that were cut off because their client did not keep up")
            .register(meters);
    Gauge.builder("microstorm.streams.open", open::taken)
        .description("Open live streams")
        .register(meters);
  }

  /**
   * A counted stream.
   *
   * @param number the number of the stream among all that were opened on this replica
   * @param permit must be closed when the stream ends
   */
  record Opened(int number, Permit permit) {}

  /**
   * Counts a stream.
   *
   * @throws ProblemException 429 beyond the share of the client or its team, 503 beyond the limit
   *     of the replica
   */
  Opened open(Requester requester) {
    Permit permit = open.acquire(requester, 1);
    return new Opened(opened.incrementAndGet(), permit);
  }

  /** Counts the result of {@link Subscriber#offer}. */
  void count(SendResult result) {
    if (result.cutOff()) {
      cut.increment();
    } else {
      sent.increment(result.changes());
    }
  }
}
