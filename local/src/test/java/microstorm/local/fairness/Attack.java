package microstorm.local.fairness;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/** The attack of one team on the others: on many connections, until it is closed. */
final class Attack implements AutoCloseable {

  private static final int CONNECTIONS = 40;

  /** The load generator must leave one processor to the system. */
  private static final int PAUSE_MILLIS = 50;

  private static final int SMALL_BUFFER = 4_096;

  /** Another address than the other team's: the attacker is on another machine. Linux has it. */
  private static final String ADDRESS = "127.0.0.2";

  private final List<Thread> threads = new ArrayList<>();
  private final List<Socket> sockets = new ArrayList<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final LongAdder nanosWaited = new LongAdder();
  private volatile boolean over;

  /** Repeats the same request on 40 connections. */
  Attack flood(IntSupplier request) {
    for (int i = 0; i < CONNECTIONS; i++) {
      start(
          () -> {
            while (!over) {
              long start = System.nanoTime();
              (request.getAsInt() < 300 ? answered : refused).incrementAndGet();
              nanosWaited.add(System.nanoTime() - start);
              pause();
            }
          });
    }
    return this;
  }

  /** Repeats the same request, and reads no byte of the responses. */
  Attack readNothing(BenchTeam team, String path) {
    for (int i = 0; i < CONNECTIONS; i++) {
      start(
          () -> {
            while (!over) {
              send(team.base(), "GET " + path, team.token(), "");
              pause();
            }
          });
    }
    return this;
  }

  /** Sends the body of an import byte by byte. */
  Attack slowBody(BenchTeam team) {
    start(
        () -> {
          Socket socket =
              send(
                  team.base(),
                  "POST /api/logs",
                  team.ownerToken(),
                  "Content-Type: text/markdown\r\nContent-Length: 100000\r\n");
          while (!over && socket != null) {
            try {
              socket.getOutputStream().write('x');
              socket.getOutputStream().flush();
            } catch (IOException cut) {
              return;
            }
            pause();
          }
        });
    return this;
  }

  private void start(Runnable work) {
    Thread thread = new Thread(work, "attack");
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }

  private Socket send(URI base, String request, String token, String headers) {
    try {
      Socket socket = new Socket();
      synchronized (sockets) {
        sockets.add(socket);
        while (sockets.size() > CONNECTIONS) {
          sockets.remove(0).close();
        }
      }
      socket.setReceiveBufferSize(SMALL_BUFFER);
      socket.bind(new InetSocketAddress(ADDRESS, 0));
      socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
      OutputStream out = socket.getOutputStream();
      out.write(
          "%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n%s\r\n"
              .formatted(request, token, headers)
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      answered.incrementAndGet();
      return socket;
    } catch (IOException refusedOrCut) {
      refused.incrementAndGet();
      return null;
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      over = true;
    }
  }

  /** The number of requests that were sent. */
  int requests() {
    return answered.get() + refused.get();
  }

  /** The mean time until an answer. */
  long microsWaited() {
    return TimeUnit.NANOSECONDS.toMicros(nanosWaited.sum()) / Math.max(1, requests());
  }

  /** The numbers of requests that were sent or answered, and of refused ones. */
  String summary() {
    return answered + " sent or answered, " + refused + " refused";
  }

  @Override
  public void close() throws IOException {
    over = true;
    synchronized (sockets) {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
    try {
      for (Thread thread : threads) {
        thread.join(TimeUnit.SECONDS.toMillis(30));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
