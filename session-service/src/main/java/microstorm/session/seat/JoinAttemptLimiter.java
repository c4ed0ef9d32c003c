package microstorm.session.seat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import microstorm.http.problem.ProblemException;
import microstorm.session.core.SessionsConfig;
import microstorm.session.problem.SessionProblem;

/**
 * Counts wrong codes and keys within a minute, for each session and address. Codes have too many
 * bits to be guessed; the limit only answers those who try. A right code is always accepted.
 */
@ApplicationScoped
public class JoinAttemptLimiter {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MAX_COUNTED = 10_000;

  private final Cache<Source, AtomicInteger> counts;
  private final int limit;

  JoinAttemptLimiter(SessionsConfig config, Clock clock) {
    this.limit = config.wrongCodesPerMinute();
    this.counts =
        Caffeine.newBuilder()
            .maximumSize(MAX_COUNTED)
            .expireAfterWrite(WINDOW)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  /** Each operation is counted for itself. */
  private record Source(UUID sessionId, String address, String operation) {}

  /**
   * The refusal of a wrong code: the given one, or that of too many codes. Absent sessions are
   * counted too, so that the answer does not show whether the session exists.
   *
   * @param operation the name of the operation that needs the code or key
   */
  public ProblemException refuse(
      String operation, UUID sessionId, String address, ProblemException refusal) {
    Source from = new Source(sessionId, address, operation);
    int count = counts.get(from, source -> new AtomicInteger()).incrementAndGet();
    return count <= limit
        ? refusal
        : SessionProblem.TOO_MANY_WRONG_CODES.exception().retryAfter((int) WINDOW.toSeconds());
  }
}
