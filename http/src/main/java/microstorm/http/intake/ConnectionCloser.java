package microstorm.http.intake;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Closes connections of clients that do not read. The platform's own {@code close} and {@code
 * reset} first wait until the client has read what was written; after {@code reset}, no end handler
 * of the request ever runs.
 */
public final class ConnectionCloser {

  private ConnectionCloser() {}

  /**
   * Resets the connection and drops all unsent bytes, those in the kernel too. The request's end
   * handlers run.
   */
  public static void closeAtOnce(HttpServerRequest request) {
    ChannelHandlerContext connection =
        ((ConnectionBase) request.connection()).channelHandlerContext();
    connection.executor().execute(() -> closeAtOnce(connection));
  }

  private static void closeAtOnce(ChannelHandlerContext connection) {
    if (connection.channel().isOpen()) {
      connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
      connection.close();
    }
  }
}
