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
import microstorm.http.token.Requester;
import microstorm.idea.board.RoomAccess;
import microstorm.idea.sse.Connection;
import microstorm.idea.sse.SseFrame;
import microstorm.idea.viewer.Viewer;
import microstorm.idea.viewer.WriterKey;

/** A client of a stream that can read, stop reading or fail. */
final class Client {

  private final List<Buffer> portions = new ArrayList<>();
  private final Deque<Promise<Void>> unread = new ArrayDeque<>();
  private boolean reading = true;
  private boolean broken;
  private boolean ended;
  private Runnable deadline;

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

  /** Stops reading until {@link #read}. */
  Client stop() {
    reading = false;
    return this;
  }

  /** Reads everything that was sent, and continues to read. */
  void read() {
    reading = true;
    while (!unread.isEmpty()) {
      unread.remove().complete();
    }
  }

  /** Makes the writes fail that were not read. */
  void fail() {
    while (!unread.isEmpty()) {
      unread.remove().fail("connection reset");
    }
  }

  /** Makes every further write fail. */
  Client breakDown() {
    broken = true;
    return this;
  }

  /** Everything that was written. */
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
    return new Connection(
        response,
        limit,
        () -> ended = true,
        task -> {
          deadline = task;
          return () -> deadline = null;
        });
  }

  /** Whether the client has to read the rest within a time. */
  boolean hasDeadline() {
    return deadline != null;
  }

  /** Lets this time pass. */
  void passDeadline() {
    deadline.run();
  }

  /** Subscribes to a feed, with everything up to a number. */
  void join(Feed feed, long seq) {
    Subscriber subscriber =
        new Subscriber(
            1,
            UUID.randomUUID(),
            viewer("key"),
            Requester.anonymous("test"),
            Instant.MAX,
            connection(1 << 20),
            feed.subscribers()::remove);
    feed.subscribers().add(subscriber);
    subscriber.begin(
        new SseFrame(List.of(Buffer.buffer("begin\n\n")), 0),
        seq,
        RoomAccess.of(viewer("key"), null),
        null);
    subscriber.open(Instant.EPOCH);
  }

  /** A participant with these keys. */
  static Viewer viewer(String... keys) {
    return new Viewer(
        UUID.randomUUID(), "participant", Stream.of(keys).map(WriterKey::new).toList());
  }
}
