package microstorm.testing;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A hostile client that never repeats itself: each request has a method, path, query, agent,
 * origin, host, media type, key and token of its own. It sends a bounded number of requests over
 * two connections, to 127.0.0.1 only.
 */
public final class InventedRequests {

  private static final int CONNECTIONS = 2;
  private static final int AT_ONCE = 8;
  private static final int PATIENCE_MILLIS = 180_000;

  private final URI service;
  private final String path;

  /**
   * @param path a path of the API with {@code %s} for an invented id
   */
  public InventedRequests(URI service, String path) {
    this.service = service;
    this.path = path;
  }

  /** Sends this number of requests with invented methods and waits for all responses. */
  public void withMethods(int count) {
    send(count, i -> head("INVENTED" + i + "X".repeat(200), "/invented/" + i, i));
  }

  /**
   * Sends this number of requests in which everything but the method is invented, and waits for all
   * responses.
   */
  public void withKnownMethods(int count) {
    String[] methods = {"GET", "OPTIONS", "DELETE"};
    send(
        count,
        i ->
            head(
                methods[i % methods.length],
                i % 2 == 0 ? "/invented/" + i : path.formatted(new UUID(i, i)),
                i));
  }

  private static String head(String method, String path, int i) {
    return method
        + (" " + path + "?q" + i + "=" + i + " HTTP/1.1\r\n")
        + ("Host: invented" + i + ".test\r\nUser-Agent: agent/" + i + "\r\n")
        + ("Origin: http://origin" + i + ".test\r\nAccept: invented/type" + i + "\r\n")
        + ("Accept-Language: x-l" + i + "\r\nIdempotency-Key: key" + i + "\r\n")
        + ("X-Forwarded-For: 2001:db8::" + Integer.toHexString(i % 0xffff) + "\r\n")
        + ("Last-Event-ID: " + i + "\r\nAuthorization: Bearer invented" + i + ".a.b\r\n\r\n");
  }

  private void send(int count, IntFunction<String> request) {
    IntStream.range(0, CONNECTIONS)
        .parallel()
        .forEach(
            connection -> {
              int share = count / CONNECTIONS;
              try {
                send(connection * share, (connection + 1) * share, request);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private void send(int from, int to, IntFunction<String> request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", service.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      for (int i = from; i < to; i += AT_ONCE) {
        int next = Math.min(i + AT_ONCE, to);
        StringBuilder requests = new StringBuilder();
        IntStream.range(i, next).mapToObj(request).forEach(requests::append);
        out.write(requests.toString().getBytes(StandardCharsets.ISO_8859_1));
        for (int answer = i; answer < next; answer++) {
          in.readNBytes(readHead(in));
        }
      }
    }
  }

  /** The length of the body that follows. */
  private static int readHead(DataInputStream in) throws IOException {
    int length = 0;
    for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
      }
    }
    return length;
  }

  private static String readLine(DataInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The service closed the connection after: " + line);
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
