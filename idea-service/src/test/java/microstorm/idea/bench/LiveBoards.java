package microstorm.idea.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import microstorm.testing.Patience;
import microstorm.testing.TestIssuer;

/** Boards with subscribers and posts; measures the time from a post until a client receives it. */
final class LiveBoards implements AutoCloseable {

  private static final String TEXT = "An idea that somebody writes down while all share theirs. ";
  private static final int PORTION = 100;
  private static final int MAX_POSTS = 100_000;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Watchers watchers = new Watchers();
  private final List<UUID> sessions;
  private final List<String> tokens;
  private final AtomicInteger posts = new AtomicInteger();
  private final AtomicLong refused = new AtomicLong();
  private final long[] due = new long[MAX_POSTS];
  private int watching;

  /** The times until the clients of one replica received the posts. */
  static final class Sight {
    private long[] nanos = new long[1 << 16];
    private int count;

    synchronized void add(long took) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      nanos[count++] = took;
    }

    synchronized int count() {
      return count;
    }

    synchronized double millis(double quantile) {
      long[] sorted = Arrays.copyOf(nanos, count);
      Arrays.sort(sorted);
      return count == 0 ? Double.NaN : sorted[(int) (count * quantile)] / 1e6;
    }

    synchronized void forget() {
      count = 0;
    }
  }

  LiveBoards(BenchSystem system, int boards) throws SQLException, IOException {
    sessions = Stream.generate(UUID::randomUUID).limit(boards).toList();
    for (UUID session : sessions) {
      system.execute(
          "insert into board (session_id, team_id, phase) values ('%s', gen_random_uuid(), 'sharing')"
              .formatted(session));
    }
    tokens = sessions.stream().map(LiveBoards::member).toList();
  }

  private static String member(UUID session) {
    return TestIssuer.memberOf(
        session, UUID.randomUUID(), "participant", UUID.randomUUID().toString().replace("-", ""));
  }

  /** Opens this many streams of each board at this replica. */
  Sight watch(BenchSystem.Replica replica, int each) throws IOException {
    Sight sight = new Sight();
    for (UUID session : sessions) {
      for (int i = 0; i < each; i++) {
        watchers.watch(
            replica.port(),
            session,
            member(session),
            (number, now) -> sight.add(now - due[number]));
        // opened in portions, as clients would connect
        if (++watching % PORTION == 0) {
          awaitBegun();
        }
      }
    }
    awaitBegun();
    return sight;
  }

  private void awaitBegun() {
    Patience.await("the streams").until(() -> watchers.begun() == watching);
  }

  /** Posts to one board after the other at a fixed rate. Returns the durations of the answers. */
  Sight post(BenchSystem.Replica replica, double rate, double seconds) {
    Sight answers = new Sight();
    long start = System.nanoTime();
    int count = (int) (rate * seconds);
    AtomicInteger open = new AtomicInteger(count);
    for (int i = 0; i < count; i++) {
      long at = start + (long) (i * 1e9 / rate);
      for (long wait = at - System.nanoTime(); wait > 0; wait = at - System.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
      int number = posts.incrementAndGet();
      due[number] = at;
      http.sendAsync(request(replica, number), BodyHandlers.discarding())
          .whenComplete(
              (answer, failure) -> {
                if (failure != null || answer.statusCode() != 201) {
                  refused.incrementAndGet();
                } else {
                  answers.add(System.nanoTime() - at);
                }
                open.decrementAndGet();
              });
    }
    Patience.await("the answers").until(() -> open.get() == 0);
    return answers;
  }

  private HttpRequest request(BenchSystem.Replica replica, int number) {
    int board = number % sessions.size();
    return HttpRequest.newBuilder(
            URI.create(
                "http://127.0.0.1:%d/api/boards/%s/ideas"
                    .formatted(replica.port(), sessions.get(board))))
        .header("Authorization", "Bearer " + tokens.get(board))
        .header("Content-Type", "application/json")
        .POST(
            HttpRequest.BodyPublishers.ofString(
                "{\"text\":\"%s#%d#\"}".formatted(TEXT.repeat(3), number)))
        .build();
  }

  /** Posts that were refused or failed. */
  long refused() {
    return refused.get();
  }

  /** Streams that were cut off. */
  int cut() {
    return watchers.cut();
  }

  @Override
  public void close() throws IOException {
    watchers.close();
  }
}
