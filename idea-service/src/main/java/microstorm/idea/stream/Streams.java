package microstorm.idea.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import microstorm.web.Refusal;

/** How many streams there are, and whether there may be more. */
@ApplicationScoped
class Streams {

  private static final int AGAIN_AFTER_SECONDS = 5;

  private final Map<String, Integer> byPerson = new ConcurrentHashMap<>();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger opened = new AtomicInteger();
  private final StreamConfig config;
  private final Counter sent;
  private final Counter cut;

  Streams(StreamConfig config, MeterRegistry meters) {
    this.config = config;
    this.sent =
        Counter.builder("microstorm.streams.sent")
            .description("Changes that were handed to live streams")
            .register(meters);
    this.cut =
        Counter.builder("microstorm.streams.cut")
            .description("Live streams that were cut because their client did not keep up")
            .register(meters);
    Gauge.builder("microstorm.streams.open", open::get)
        .description("Live streams that are open")
        .register(meters);
  }

  /**
   * Counts a stream in; {@link #close} must follow.
   *
   * @return its number among all that were opened here
   * @throws Refusal 429 too-many-streams for one person in one session, 503 for the replica
   */
  int open(String person) {
    if (open.incrementAndGet() > config.perReplica()) {
      open.decrementAndGet();
      throw Refusal.busy("This replica has as many live streams as it takes.", 1);
    }
    if (byPerson.merge(person, 1, Integer::sum) > config.perPerson()) {
      close(person);
      throw new Refusal(
              429,
              "too-many-streams",
              "Too many streams",
              "One person can have at most %d live streams of a session open."
                  .formatted(config.perPerson()))
          .retryAfter(AGAIN_AFTER_SECONDS);
    }
    return opened.incrementAndGet();
  }

  void close(String person) {
    open.decrementAndGet();
    byPerson.computeIfPresent(person, (id, count) -> count == 1 ? null : count - 1);
  }

  /** Counts what {@link Watcher#offer} says. */
  void sent(int changes) {
    if (changes < 0) {
      cut.increment();
    } else {
      sent.increment(changes);
    }
  }
}
