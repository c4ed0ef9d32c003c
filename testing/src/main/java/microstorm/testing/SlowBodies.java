package microstorm.testing;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A hostile client that begins bodies and does not end them: a bounded number, to 127.0.0.1 only,
 * until it is closed.
 */
public final class SlowBodies implements AutoCloseable {

  private final List<Socket> connections = new ArrayList<>();

  /**
   * Begins this many POSTs at once.
   *
   * @param fields of the head, each with its line's end
   */
  public SlowBodies(URI service, String path, String fields, int count) throws IOException {
    String head = "POST %s HTTP/1.1\r\nHost: a\r\n%sContent-Length: 5000\r\n\r\n{";
    byte[] start = head.formatted(path, fields).getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < count; i++) {
      Socket connection = new Socket("127.0.0.1", service.getPort());
      connections.add(connection);
      connection.getOutputStream().write(start);
    }
  }

  /** How many bodies are on their way. */
  public int count() {
    return connections.size();
  }

  @Override
  public void close() throws IOException {
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
