package microstorm.testing;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client that sends arbitrary bytes at any time, to 127.0.0.1 only. */
public final class RawClient implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket;
  private final DataInputStream in;

  /** Connects to a server on this machine. */
  public RawClient(int port) throws IOException {
    this(port, "127.0.0.1");
  }

  /** Connects from another address of this machine, such as 127.0.0.2. */
  public RawClient(int port, String from) throws IOException {
    socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    in = new DataInputStream(socket.getInputStream());
  }

  /** Sends these characters unchanged. */
  public RawClient send(String part) throws IOException {
    socket.getOutputStream().write(part.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /** Reads the next response, head and body; the names of headers are in lower case. */
  public String answer() throws IOException {
    StringBuilder head = new StringBuilder();
    int length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String lower = line.toLowerCase(Locale.ROOT);
      head.append(line.startsWith("HTTP/") ? line : lower).append('\n');
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
      }
    }
    return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The server closed the connection after: " + line);
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  /** Whether the server closes the connection without sending another byte. */
  public boolean isClosedByTheServer() throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
