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
   * Below the ports that Linux (from 32768) and macOS (from 49152) give to outgoing connections,
   * and below those of Kubernetes' node ports (from 30000): a server that is started again finds
   * its port free.
   */
  private static final int FIRST = 16_384;

  private static final int END = 30_000;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /**
   * A port that nothing listens on at this moment, and that this JVM was not given before: servers
   * that take their ports first and listen later never meet on one.
   *
   * @throws EmbeddedServerException if all ports of the range are taken
   */
  public static int free() {
    return ThreadLocalRandom.current()
        .ints(10L * (END - FIRST), FIRST, END)
        .filter(port -> !GIVEN.contains(port) && isFree(port) && GIVEN.add(port))
        .findFirst()
        .orElseThrow(
            () ->
                new EmbeddedServerException(
                    "No port from " + FIRST + " to " + (END - 1) + " is free."));
  }

  /**
   * Checks that a port can be listened on.
   *
   * @param user who wants the port, for the message
   * @throws EmbeddedServerException if something else listens there, or it may not be used
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
