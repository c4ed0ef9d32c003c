package microstorm.session.participant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import microstorm.session.core.SessionsConfig;
import microstorm.session.problem.SessionProblem;
import microstorm.web.problem.ProblemException;

/**
 * Counts wrong join codes within a minute, for each session and address. A code has 128 bits and
 * cannot be guessed; the limit only answers those who try. A right code is always accepted.
 */
@ApplicationScoped
class JoinAttemptLimiter {

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

  private record Source(UUID sessionId, String address) {}

  /**
   * The refusal of a wrong code: the given one, or that of too many codes. Absent sessions are
   * counted too, so that the answer does not show whether the session exists.
   */
  ProblemException refuse(UUID sessionId, String address, ProblemException refusal) {
    int count =
        counts.get(new Source(sessionId, address), source -> new AtomicInteger()).incrementAndGet();
    return count <= limit
        ? refusal
        : SessionProblem.TOO_MANY_WRONG_CODES.exception().retryAfter((int) WINDOW.toSeconds());
  }
}
