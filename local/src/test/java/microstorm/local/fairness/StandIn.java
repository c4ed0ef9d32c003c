package microstorm.local.fairness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A server that does no work, for the control of an attack. Its answers are as late and as large as
 * those of the system were, so that the attacker's client uses as much of the machine.
 */
final class StandIn implements AutoCloseable {

  private static final int PORTION = 64 * 1024;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final long delayMicros;
  private final long answerBytes;

  /**
   * Listens on a free port.
   *
   * @param delayMicros the time before each answer
   * @param answerBytes the size of each answer
   */
  StandIn(long delayMicros, long answerBytes) throws IOException {
    this.delayMicros = delayMicros;
    this.answerBytes = answerBytes;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      TimeUnit.MICROSECONDS.sleep(delayMicros);
      exchange.sendResponseHeaders(200, answerBytes == 0 ? -1 : answerBytes);
      OutputStream body = exchange.getResponseBody();
      byte[] portion = new byte[PORTION];
      for (long left = answerBytes; left > 0; left -= PORTION) {
        body.write(portion, 0, (int) Math.min(left, PORTION));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
