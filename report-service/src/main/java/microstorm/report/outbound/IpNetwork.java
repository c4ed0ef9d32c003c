package microstorm.report.outbound;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/** A network of IP addresses, written as in {@code 10.20.0.0/16} (CIDR). */
public final class IpNetwork {

  private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F.:]{2,45})/([0-9]{1,3})");
  private static final int IPV4_BITS = 32;
  private static final int IPV6_BITS = 128;

  private final String text;
  private final int addressBits;
  private final int bits;
  private final BigInteger prefix;

  private IpNetwork(String text, byte[] address, int bits) {
    this.text = text;
    this.addressBits = address.length * Byte.SIZE;
    this.bits = bits;
    this.prefix = prefix(address);
  }

  /**
   * Reads a network.
   *
   * @throws IllegalArgumentException if the text is not a network
   */
  static IpNetwork parse(String text) {
    Matcher parts = CIDR.matcher(text.strip());
    if (!parts.matches()) {
      throw notANetwork(text);
    }
    String address = parts.group(1);
    int bits = Integer.parseInt(parts.group(2));
    // a text that is not an address would be looked up as a name
    boolean valid =
        NetUtil.isValidIpV4Address(address) && bits <= IPV4_BITS
            || NetUtil.isValidIpV6Address(address) && bits <= IPV6_BITS;
    if (!valid || isIpv4InIpv6(address)) {
      throw notANetwork(text);
    }
    return new IpNetwork(text, NetUtil.createByteArrayFromIpAddressString(address), bits);
  }

  /** Java reads such an address as an IPv4 address, which has fewer bits. */
  private static boolean isIpv4InIpv6(String address) {
    try {
      return address.contains(":") && InetAddress.getByName(address) instanceof Inet4Address;
    } catch (UnknownHostException e) {
      return true;
    }
  }

  private static IllegalArgumentException notANetwork(String text) {
    return new IllegalArgumentException(
        "\"%s\" is not a network. Write an IP address and a number of bits, for example 10.20.0.0/16 or fd12:3456::/48."
            .formatted(text));
  }

  /** Whether an address is in this network. An IPv4 address is never in an IPv6 network. */
  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length * Byte.SIZE == addressBits && prefix(bytes).equals(prefix);
  }

  private BigInteger prefix(byte[] address) {
    return new BigInteger(1, address).shiftRight(addressBits - bits);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Reads a network from the settings. */
  public static final class Reader implements Converter<IpNetwork> {

    @Override
    public IpNetwork convert(String value) {
      return parse(value);
    }
  }
}
