package microstorm.connections;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import java.time.Duration;

/**
 * Puts a {@link ConnectionGuard} before every connection that this process accepts. Netty finds it
 * as a service, because Quarkus gives no access to a connection before its first request.
 */
public final class ConnectionGuards extends ChannelInitializerExtension {

  private static volatile Duration headTimeout = Duration.ofSeconds(10);
  private static volatile int pipelined = 16;

  /**
   * Guards all connections that are accepted from now on. Must be called before the process starts
   * its first server.
   *
   * @param newHeadTimeout how long the head of a request may take, from the start of the connection
   *     or its own first byte
   * @param newPipelined how many requests a client may send before it has read the first answer
   */
  public static void enable(Duration newHeadTimeout, int newPipelined) {
    headTimeout = newHeadTimeout;
    pipelined = newPipelined;
    System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
  }

  @Override
  public void postInitializeServerChildChannel(Channel connection) {
    connection.pipeline().addLast("guard", new ConnectionGuard(headTimeout, pipelined));
  }
}
