package microstorm.local.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;

/** The address of this machine on which the proxy listens. */
public final class ListenAddress {
  /** The default: only programs on this machine can connect. */
  public static final ListenAddress LOCAL = parse("127.0.0.1");

  /** Reserved for documentation. It only selects a route: nothing is sent to it. */
  private static final String OUTSIDE = "192.0.2.1";

  private static final int DISCARD_PORT = 9;

  private final InetAddress address;

  private ListenAddress(InetAddress address) {
    this.address = address;
  }

  /**
   * Reads an address, such as {@code 0.0.0.0} for all networks, or a host name.
   *
   * @throws StartException if this machine has no such address
   */
  public static ListenAddress parse(String text) {
    try {
      InetAddress address = InetAddress.getByName(text);
      if (!text.isBlank()
          && (address.isAnyLocalAddress()
              || address.isLoopbackAddress()
              || NetworkInterface.getByInetAddress(address) != null)) {
        return new ListenAddress(address);
      }
    } catch (UnknownHostException | SocketException e) {
      // the same sentence as for an address of another machine
    }
    throw new StartException(
        "\""
            + text
            + "\" is not an address of this machine. Choose 0.0.0.0 for all networks, or one of its"
            + " addresses.");
  }

  /** The numeric address. */
  public String literal() {
    String literal = address.getHostAddress();
    int zone = literal.indexOf('%');
    return zone < 0 ? literal : literal.substring(0, zone);
  }

  /** Whether other machines can connect. */
  public boolean isPublic() {
    return !address.isLoopbackAddress();
  }

  /** The URL of a port for programs on this machine, such as {@code http://localhost:8080}. */
  public URI localUrl(int port) {
    return url(localHost(), port);
  }

  /** The URL of a port for other devices of the network; empty if they cannot connect. */
  public Optional<URI> networkUrl(int port) {
    return networkHost().map(host -> url(host, port));
  }

  private static URI url(String host, int port) {
    return URI.create("http://" + host + ":" + port);
  }

  /** The host in URLs for programs on this machine. */
  String localHost() {
    boolean usual = address.isAnyLocalAddress() || literal().equals("127.0.0.1");
    return usual ? "localhost" : inUrl(address);
  }

  /** The host in URLs for the services, as a numeric address. */
  public String serviceHost() {
    return address.isAnyLocalAddress() ? "127.0.0.1" : inUrl(address);
  }

  /** The host in URLs for other devices of the network; empty if they cannot connect. */
  Optional<String> networkHost() {
    if (!isPublic()) {
      return Optional.empty();
    }
    return address.isAnyLocalAddress()
        ? routed().or(ListenAddress::configured).map(ListenAddress::inUrl)
        : Optional.of(inUrl(address));
  }

  /** The address that connections to other networks come from. */
  private static Optional<InetAddress> routed() {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(InetAddress.getByName(OUTSIDE), DISCARD_PORT);
      return Optional.of(socket.getLocalAddress())
          .filter(local -> !local.isAnyLocalAddress() && !local.isLoopbackAddress());
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty(); // no route: a network without a gateway
    }
  }

  private static Optional<InetAddress> configured() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(ListenAddress::addresses)
          .filter(candidate -> candidate instanceof Inet4Address)
          .filter(candidate -> !candidate.isLoopbackAddress() && !candidate.isLinkLocalAddress())
          .findFirst();
    } catch (SocketException e) {
      return Optional.empty();
    }
  }

  private static Stream<InetAddress> addresses(NetworkInterface network) {
    try {
      return network.isUp() ? network.inetAddresses() : Stream.empty();
    } catch (SocketException e) {
      return Stream.empty();
    }
  }

  private static String inUrl(InetAddress address) {
    String literal = new ListenAddress(address).literal();
    return address instanceof Inet6Address ? "[" + literal + "]" : literal;
  }
}
