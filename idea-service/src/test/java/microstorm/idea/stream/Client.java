package microstorm.idea.stream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.idea.board.Viewer;
import microstorm.idea.board.WriterKey;

/** The far end of a stream, as seen from here: it reads, or does not, or is gone. */
final class Client {

  private final List<Buffer> portions = new ArrayList<>();
  private final Deque<Promise<Void>> unread = new ArrayDeque<>();
  private boolean reading = true;
  private boolean broken;
  private boolean ended;

  private final HttpServerResponse response =
      (HttpServerResponse)
          Proxy.newProxyInstance(
              Client.class.getClassLoader(),
              new Class<?>[] {HttpServerResponse.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "write" -> write((Buffer) arguments[0]);
                    case "end" -> end(arguments == null ? null : (Buffer) arguments[0]);
                    default -> proxy;
                  });

  private Future<Void> write(Buffer portion) {
    if (broken) {
      throw new IllegalStateException("Response has already been written");
    }
    portions.add(portion);
    if (reading) {
      return Future.succeededFuture();
    }
    unread.add(Promise.promise());
    return unread.getLast().future();
  }

  private Future<Void> end(Buffer last) {
    if (last != null) {
      portions.add(last);
    }
    ended = true;
    return Future.succeededFuture();
  }

  /** From now on nothing is read until {@link #read}. */
  Client stop() {
    reading = false;
    return this;
  }

  /** Reads all that is under way, and whatever follows. */
  void read() {
    reading = true;
    while (!unread.isEmpty()) {
      unread.remove().complete();
    }
  }

  /** From now on whatever is written fails. */
  Client breakDown() {
    broken = true;
    return this;
  }

  /** All that was written. */
  String text() {
    Buffer all = Buffer.buffer();
    portions.forEach(all::appendBuffer);
    return all.toString();
  }

  List<Buffer> portions() {
    return portions;
  }

  boolean isEnded() {
    return ended;
  }

  Connection connection(long limit) {
    return new Connection(response, limit, () -> ended = true);
  }

  /** Watches from here, with everything up to a number. */
  void join(Feed feed, long seq) {
    Subscriber watcher =
        new Subscriber(
            UUID.randomUUID(),
            viewer("key"),
            Instant.MAX,
            connection(1 << 20),
            feed.watchers()::remove);
    feed.watchers().add(watcher);
    watcher.begin(new SseFrame(List.of(Buffer.buffer("begin\n\n")), 0), seq, null);
    watcher.open(Instant.EPOCH);
  }

  /** Somebody who takes part, known by these keys. */
  static Viewer viewer(String... keys) {
    return new Viewer(
        UUID.randomUUID(), "participant", Stream.of(keys).map(WriterKey::new).toList());
  }
}
