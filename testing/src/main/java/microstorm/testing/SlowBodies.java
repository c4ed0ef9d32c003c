package microstorm.testing;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A hostile client that starts a bounded number of bodies and does not complete them, to 127.0.0.1
 * only, until it is closed.
 */
public final class SlowBodies implements AutoCloseable {

  private final List<Socket> connections = new ArrayList<>();

  /**
   * Starts this number of POST requests at once.
   *
   * @param fields the header fields, each with its line end
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

  /** The number of incomplete bodies. */
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
