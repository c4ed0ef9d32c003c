package microstorm.connections;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.DefaultEventLoopGroup;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.local.LocalServerChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Adds a {@link ConnectionGuard} to every connection that this process accepts. Netty finds this
 * class as a service, because Quarkus gives no access to a connection before its first request.
 */
public final class ConnectionGuards extends ChannelInitializerExtension {

  private static volatile Duration headTimeout = Duration.ofSeconds(10);
  private static volatile int pipelined = 16;
  private static volatile boolean loaded;

  /**
   * Makes Netty load the guards. Call it before the process creates its first server or client,
   * because Netty decides then, once.
   */
  public static void load() {
    System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
  }

  /**
   * Sets the limits of all connections that are accepted from now on.
   *
   * @param newHeadTimeout how long the head of a request may take, from the start of the connection
   *     or its own first byte
   * @param newPipelined how many requests a client may send before it has read the first response
   */
  public static void enable(Duration newHeadTimeout, int newPipelined) {
    headTimeout = newHeadTimeout;
    pipelined = newPipelined;
    load();
  }

  /**
   * Checks that Netty guards the servers that start from now on. Netty passes each server to its
   * extensions before the server listens; the one that is created here never listens.
   *
   * @throws IllegalStateException if Netty has not loaded the guards: then clients that send
   *     nothing could use up all connections
   */
  public static void requireLoaded() {
    EventLoopGroup loops = new DefaultEventLoopGroup(1);
    try {
      new ServerBootstrap()
          .group(loops)
          .channel(LocalServerChannel.class)
          .childHandler(new ChannelInboundHandlerAdapter())
          .register()
          .syncUninterruptibly();
    } finally {
      loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }
    if (!loaded) {
      throw new IllegalStateException(
          "The limits on connections cannot be enforced: Netty did not load its extensions. Start the"
              + " process with -D"
              + EXTENSIONS_SYSTEM_PROPERTY
              + "=serviceload.");
    }
  }

  @Override
  public void postInitializeServerListenerChannel(ServerChannel server) {
    loaded = true;
  }

  @Override
  public void postInitializeServerChildChannel(Channel connection) {
    connection.pipeline().addLast("guard", new ConnectionGuard(headTimeout, pipelined));
  }
}
