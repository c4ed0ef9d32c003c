package microstorm.connections;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes connections whose clients take too long to send the head of a request, or send requests
 * without reading the responses. The server would keep such connections, since they are not idle.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {

  /** The HTTP server's handler after which messages are requests and responses. */
  private static final String ENCODER = "httpEncoder";

  private final Duration headTimeout;
  private final int pipelined;
  private boolean counts;
  private boolean inHead = true;
  private Future<?> deadline;
  private int unanswered;

  /**
   * @param headTimeout the time from the start of the connection, or from the first byte of a later
   *     head, to the end of the head
   * @param pipelined how many requests a client may send before it has read the first response
   */
  ConnectionGuard(Duration headTimeout, int pipelined) {
    this.headTimeout = headTimeout;
    this.pipelined = pipelined;
  }

  @Override
  public void channelActive(ChannelHandlerContext connection) {
    limitHead(connection);
    connection.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext connection, Object bytes) {
    countExchanges(connection);
    if (inHead && deadline == null) {
      limitHead(connection);
    }
    boolean counted = counts;
    connection.fireChannelRead(bytes);
    if (!counted && countExchanges(connection)) {
      // from these bytes the server chose the protocol; they may have completed the first head
      headIsComplete();
    }
  }

  /** Whether exchanges are counted. They can be counted once the server has chosen HTTP/1.1. */
  private boolean countExchanges(ChannelHandlerContext connection) {
    if (!counts && connection.pipeline().get(ENCODER) != null) {
      connection.pipeline().addAfter(ENCODER, "exchanges", new Exchanges());
      counts = true;
    }
    return counts;
  }

  @Override
  public void channelInactive(ChannelHandlerContext connection) {
    headIsComplete();
    connection.fireChannelInactive();
  }

  private void limitHead(ChannelHandlerContext connection) {
    deadline =
        connection
            .executor()
            .schedule(() -> connection.close(), headTimeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void headIsComplete() {
    inHead = false;
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }

  /** Counts requests and their responses. */
  private final class Exchanges extends ChannelDuplexHandler {

    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) {
      if (message instanceof HttpRequest) {
        headIsComplete();
        unanswered++;
      }
      if (unanswered > pipelined) {
        ReferenceCountUtil.release(message);
        connection.close();
        return;
      }
      if (message instanceof LastHttpContent) {
        inHead = true;
      }
      connection.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext connection, Object message, ChannelPromise written) {
      ChannelPromise done = written;
      if (message instanceof LastHttpContent && !isInformational(message)) {
        done = written.unvoid();
        done.addListener(sent -> unanswered = Math.max(0, unanswered - 1));
      }
      connection.write(message, done);
    }

    private static boolean isInformational(Object message) {
      return message instanceof HttpResponse response
          && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
  }
}
