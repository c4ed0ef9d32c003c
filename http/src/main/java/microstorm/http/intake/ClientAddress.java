package microstorm.http.intake;

import io.quarkus.vertx.http.runtime.ForwardedInfo;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import microstorm.connections.ClientNetwork;

/** Finds the client that a request counts for. */
public final class ClientAddress {

  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private ClientAddress() {}

  /**
   * The address of the peer; if the peer is a trusted proxy, the last address in X-Forwarded-For.
   * The proxy appends this one itself. The addresses before it came with the request, so a client
   * can invent them. Of an IPv6 address only the network counts: a client with one address of it
   * has as many as it likes.
   */
  public static String of(HttpServerRequest request) {
    String forwarded = isFromTrustedProxy(request) ? lastForwarded(request) : null;
    String network = forwarded == null ? null : ClientNetwork.of(forwarded);
    if (network != null) {
      return network;
    }
    SocketAddress peer = request.connection().remoteAddress();
    String address = peer == null ? null : peer.hostAddress();
    return address == null ? "unknown" : ClientNetwork.of(address);
  }

  /** Quarkus keeps what it reads from the headers of trusted proxies, and of no other peers. */
  private static boolean isFromTrustedProxy(HttpServerRequest request) {
    request.remoteAddress(); // reads the headers
    return request instanceof HttpServerRequestInternal internal
        && internal.context().getLocal(ForwardedInfo.CONTEXT_KEY) != null;
  }

  /** Some proxies append to the client's header, others add a header of their own. */
  private static String lastForwarded(HttpServerRequest request) {
    List<String> headers = request.headers().getAll(FORWARDED_FOR);
    if (headers.isEmpty()) {
      return null;
    }
    String last = headers.get(headers.size() - 1);
    return last.substring(last.lastIndexOf(',') + 1).strip();
  }
}
