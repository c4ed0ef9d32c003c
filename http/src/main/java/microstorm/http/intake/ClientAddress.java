package microstorm.http.intake;

import io.netty.util.NetUtil;
import io.quarkus.vertx.http.runtime.ForwardedInfo;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Finds the client that a request counts for. */
public final class ClientAddress {

  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final int NETWORK_BYTES = 8;

  private ClientAddress() {}

  /**
   * The address of the peer; if the peer is a trusted proxy, the last address in X-Forwarded-For.
   * The proxy appends this one itself. The addresses before it came with the request, so a client
   * can invent them. Of an IPv6 address only the network counts: a client with one address of it
   * has as many as it likes.
   */
  public static String of(HttpServerRequest request) {
    String forwarded = isFromTrustedProxy(request) ? lastForwarded(request) : null;
    String network = forwarded == null ? null : networkOf(forwarded);
    if (network != null) {
      return network;
    }
    SocketAddress peer = request.connection().remoteAddress();
    String address = peer == null ? null : peer.hostAddress();
    return address == null ? "unknown" : networkOf(address);
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

  /**
   * The address or network of a text that is an IP address, with or without a port and brackets.
   * Null if it is none.
   */
  static String networkOf(String text) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
    if (bytes == null) {
      HostAndPort withPort = HostAndPort.parseAuthority(text, -1);
      bytes = withPort == null ? null : NetUtil.createByteArrayFromIpAddressString(withPort.host());
    }
    return bytes == null ? null : networkOf(bytes);
  }

  private static String networkOf(byte[] bytes) {
    try {
      // an IPv4 address that is written as an IPv6 one becomes an IPv4 address
      InetAddress address = InetAddress.getByAddress(bytes);
      return address instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES))
          : address.getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "An IP address cannot have " + bytes.length + " bytes.", e);
    }
  }
}
