package microstorm.connections;

import io.netty.util.NetUtil;
import io.vertx.core.net.HostAndPort;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The network that counts as one client: an IPv4 address, or the /64 network of an IPv6 address. A
 * client with one address of such a network has as many as it likes.
 */
public final class ClientNetwork {

  private static final int NETWORK_BYTES = 8;

  private ClientNetwork() {}

  /**
   * The network of a text that is an IP address, with or without a port and brackets. Null if it is
   * none.
   */
  public static String of(String text) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
    if (bytes == null) {
      HostAndPort withPort = HostAndPort.parseAuthority(text, -1);
      bytes = withPort == null ? null : NetUtil.createByteArrayFromIpAddressString(withPort.host());
    }
    return bytes == null ? null : of(bytes);
  }

  private static String of(byte[] bytes) {
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
