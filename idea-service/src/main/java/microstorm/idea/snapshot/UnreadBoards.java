package microstorm.idea.snapshot;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import microstorm.idea.board.Viewer;
import microstorm.web.Refusal;

/**
 * How many bytes of boards are in memory for clients that have not taken them yet. Who does not
 * read is refused more before the others are.
 */
@ApplicationScoped
public class UnreadBoards {

  private static final int AGAIN_AFTER_SECONDS = 1;
  private static final String REPLICA = "replica";

  private final Map<Object, Long> bytesOf = new HashMap<>();
  private final long most;

  /** Somebody's bytes, and how many they may be beside the first. */
  private record Share(Object of, long most) {}

  UnreadBoards(ReadingsConfig config, MeterRegistry meters) {
    this.most = (long) config.megabytesUnread() << 20;
    Gauge.builder("microstorm.boards.unread", () -> bytesOf(REPLICA))
        .baseUnit("bytes")
        .description("Boards that were read for clients that have not taken them yet")
        .register(meters);
  }

  private long bytesOf(Object who) {
    synchronized (bytesOf) {
      return bytesOf.getOrDefault(who, 0L);
    }
  }

  /**
   * Refuses what would be refused however small it is, before it is read.
   *
   * @throws Refusal 503 when as much waits as may
   */
  public void check(UUID sessionId, Viewer viewer) {
    synchronized (bytesOf) {
      check(shares(sessionId, viewer), 1);
    }
  }

  /**
   * Counts the bytes of a board until what is returned has run.
   *
   * @throws Refusal 503 when too many wait; one board is always taken, however large
   */
  public Runnable count(UUID sessionId, Viewer viewer, int bytes) {
    List<Share> shares = shares(sessionId, viewer);
    synchronized (bytesOf) {
      check(shares, bytes);
      shares.forEach(share -> bytesOf.merge(share.of, (long) bytes, Long::sum));
    }
    AtomicBoolean taken = new AtomicBoolean();
    return () -> {
      if (taken.compareAndSet(false, true)) {
        release(shares, bytes);
      }
    };
  }

  private List<Share> shares(UUID sessionId, Viewer viewer) {
    return List.of(
        new Share(REPLICA, most),
        new Share(sessionId, most / 2),
        new Share(sessionId + " " + viewer.id(), most / 8));
  }

  private void check(List<Share> shares, int bytes) {
    for (Share share : shares) {
      long before = bytesOf(share.of);
      if (before > 0 && before + bytes > share.most) {
        throw Refusal.busy(
            "Boards that were asked for wait to be read by their clients: first read those.",
            AGAIN_AFTER_SECONDS);
      }
    }
  }

  private void release(List<Share> shares, long bytes) {
    synchronized (bytesOf) {
      shares.forEach(
          share -> bytesOf.computeIfPresent(share.of, (of, n) -> n == bytes ? null : n - bytes));
    }
  }
}
