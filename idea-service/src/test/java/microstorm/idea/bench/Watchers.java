package microstorm.idea.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients of live streams, all on one thread, because they share the cores. They find numbers
 * between two {@code #} in the bytes and report them with the time.
 */
final class Watchers implements AutoCloseable {

  /** Receives every number that a client sees. */
  interface Seen {
    void seen(int number, long nanos);
  }

  private static final byte[] SNAPSHOT = "event: snapshot".getBytes(StandardCharsets.US_ASCII);

  private final Selector selector = Selector.open();
  private final List<SocketChannel> channels = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger cut = new AtomicInteger();
  private volatile boolean closed;

  Watchers() throws IOException {
    Thread thread = new Thread(this::read, "watchers");
    thread.setDaemon(true);
    thread.start();
  }

  /** Opens a stream. */
  void watch(int port, UUID session, String token, Seen seen) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.write(
        ByteBuffer.wrap(
            "GET /api/boards/%s/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(session, token)
                .getBytes(StandardCharsets.US_ASCII)));
    channel.configureBlocking(false);
    channels.add(channel);
    channel.register(selector, SelectionKey.OP_READ, new Scan(seen));
    selector.wakeup();
  }

  /** The number of clients that have received their snapshot. */
  int begun() {
    return begun.get();
  }

  /** The number of clients that were cut off. */
  int cut() {
    return cut.get();
  }

  private void read() {
    try {
      while (!closed) {
        selector.select(this::read);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read(SelectionKey key) {
    try {
      buffer.clear();
      int length = ((SocketChannel) key.channel()).read(buffer);
      if (length < 0) {
        throw new IOException("The service closed the connection.");
      }
      long now = System.nanoTime();
      buffer.flip();
      while (buffer.hasRemaining()) {
        ((Scan) key.attachment()).take(buffer.get(), now);
      }
    } catch (IOException e) {
      key.cancel();
      if (!closed) {
        cut.incrementAndGet();
      }
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    for (SocketChannel channel : channels) {
      channel.close();
    }
    selector.close();
  }

  /** Finds numbers in a stream of bytes, wherever it is split. */
  private final class Scan {
    private final Seen seen;
    private int number = -1;
    private int matched;

    Scan(Seen seen) {
      this.seen = seen;
    }

    void take(byte next, long now) {
      if (matched < SNAPSHOT.length) {
        matched = next == SNAPSHOT[matched] ? matched + 1 : next == SNAPSHOT[0] ? 1 : 0;
        if (matched == SNAPSHOT.length) {
          begun.incrementAndGet();
        }
      } else if (next == '#') {
        if (number > 0) {
          seen.seen(number, now);
          number = -1;
        } else {
          number = 0;
        }
      } else if (number >= 0) {
        number = next >= '0' && next <= '9' ? 10 * number + next - '0' : -1;
      }
    }
  }
}
