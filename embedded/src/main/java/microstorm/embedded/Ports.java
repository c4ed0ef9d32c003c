package microstorm.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of the loopback interface. */
public final class Ports {
  /**
   * Below the ports that Linux (from 32768) and macOS (from 49152) use for outgoing connections,
   * and below the node ports of Kubernetes (from 30000), so that a restarted server finds its port
   * free.
   */
  private static final int FIRST = 16_384;

  private static final int END = 30_000;
  private static final Set<Integer> RETURNED = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /**
   * A port that nothing listens on at the moment, and that this method has not returned before: so
   * servers that choose a port first and listen later never get the same one.
   *
   * @throws EmbeddedServerException if all ports of the range are in use
   */
  public static int free() {
    return ThreadLocalRandom.current()
        .ints(10L * (END - FIRST), FIRST, END)
        .filter(port -> !RETURNED.contains(port) && isFree(port) && RETURNED.add(port))
        .findFirst()
        .orElseThrow(
            () ->
                new EmbeddedServerException(
                    "No port from " + FIRST + " to " + (END - 1) + " is free."));
  }

  /**
   * Checks that a server can listen on a port.
   *
   * @param user the server that needs the port, for the message
   * @throws EmbeddedServerException if the port is in use, or this user may not use it
   */
  public static void requireFree(String user, int port) {
    if (!isFree(port)) {
      throw new EmbeddedServerException(
          "Port " + port + ", which " + user + " needs, is in use or not allowed.");
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress("127.0.0.1", port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
