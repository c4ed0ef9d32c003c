package microstorm.report.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Knows which addresses belong to the public internet: those that the special-purpose registries of
 * the IANA do not reserve.
 */
final class PublicInternet {

  private static final List<IpNetwork> RESERVED_IPV4 =
      networks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // shared by the customers of a provider, and the metadata of a cloud
          "127.0.0.0/8", // loopback
          "168.63.129.16/32", // a service of a cloud inside its machines
          "169.254.0.0/16", // link-local, and the metadata of most clouds
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // relays of 6to4
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, and broadcast

  /** The addresses of the internet; all others are reserved, private or link-local. */
  private static final IpNetwork IPV6 = IpNetwork.parse("2000::/3");

  private static final List<IpNetwork> RESERVED_IPV6 =
      networks(
          "2001::/23", // protocol assignments, with Teredo, benchmarks and ORCHID
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4, which contains an IPv4 address
          "3fff::/20"); // documentation

  /** IPv4 addresses behind a translator (NAT64, RFC 6052), in their last four bytes. */
  private static final IpNetwork TRANSLATED = IpNetwork.parse("64:ff9b::/96");

  private static final int IPV4_IN_IPV6 = 12;
  private static final int IPV6_BYTES = 16;

  private PublicInternet() {}

  private static List<IpNetwork> networks(String... texts) {
    return Stream.of(texts).map(IpNetwork::parse).toList();
  }

  /** Whether an address belongs to the public internet. */
  static boolean contains(InetAddress address) {
    if (address instanceof Inet4Address) {
      return RESERVED_IPV4.stream().noneMatch(network -> network.contains(address));
    }
    if (TRANSLATED.contains(address)) {
      return contains(translated(address));
    }
    return IPV6.contains(address)
        && RESERVED_IPV6.stream().noneMatch(network -> network.contains(address));
  }

  private static InetAddress translated(InetAddress address) {
    try {
      return InetAddress.getByAddress(
          Arrays.copyOfRange(address.getAddress(), IPV4_IN_IPV6, IPV6_BYTES));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("An IPv4 address has four bytes.", e);
    }
  }
}
