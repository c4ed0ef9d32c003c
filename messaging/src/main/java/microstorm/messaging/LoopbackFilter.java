package microstorm.messaging;

import io.netty.util.NetUtil;
import io.vertx.core.Handler;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;

/**
 * Restricts a route of the management port to the operator: to clients on the same machine or in
 * the same Pod, including {@code kubectl port-forward} and {@code docker compose exec}. A client
 * that may read metrics from another machine gets 403.
 */
public final class LoopbackFilter implements Handler<RoutingContext> {

  private final String detail;

  /**
   * A filter.
   *
   * @param detail the detail of the refusal
   */
  public LoopbackFilter(String detail) {
    this.detail = detail;
  }

  @Override
  public void handle(RoutingContext request) {
    if (isLoopback(request.request().connection().remoteAddress())) {
      request.next();
      return;
    }
    ManagementProblem.FORBIDDEN.answer(request, detail);
  }

  /** A connection over a Unix socket has no host and is local. */
  static boolean isLoopback(SocketAddress peer) {
    InetAddress address =
        peer.hostAddress() == null
            ? null
            : NetUtil.createInetAddressFromIpAddressString(peer.hostAddress());
    return address == null ? peer.path() != null : address.isLoopbackAddress();
  }
}
