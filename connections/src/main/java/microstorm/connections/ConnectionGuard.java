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
 * Closes a connection whose client takes too long to send the head of a request, or sends requests
 * without reading the answers: the server would keep both, and neither is idle.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {

  /** Behind it messages are requests and answers; the name is that of the HTTP server. */
  private static final String ENCODER = "httpEncoder";

  private final Duration headTimeout;
  private final int pipelined;
  private boolean counts;
  private boolean inHead = true;
  private Future<?> deadline;
  private int unanswered;

  /**
   * @param headTimeout from the connection's start, or the first byte of a later head, to its end
   * @param pipelined how many requests may be sent before the first answer is read
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
      // the server chose the protocol by these bytes, and may have read the first head
      headIsComplete();
    }
  }

  /** Whether exchanges are counted; they can be as soon as the server speaks HTTP/1.1. */
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

  /** Sees requests come and answers go. */
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
