package microstorm.report.outbound;

import io.netty.util.NetUtil;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An absolute http or https address that a user chose, with one meaning for everybody who reads it.
 * Whether this service connects to its host is decided when the host's addresses are known.
 */
public final class OutboundTarget {

  /** The characters that an address may have. */
  public static final int MAX_LENGTH = 2_000;

  static final int HTTP_PORT = 80;
  static final int HTTPS_PORT = 443;

  private static final int MAX_PORT = 65_535;

  /** A last label that some programs read as the end of an IP address. */
  private static final Pattern NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0[xX][0-9a-fA-F]*)");

  private static final Pattern LEADING_ZERO = Pattern.compile("(^|.*\\.)0[0-9].*");
  private static final String NAME =
      "must have a domain name in ASCII or an IP address as its host";

  private final URI uri;

  private OutboundTarget(URI uri) {
    this.uri = uri;
  }

  /**
   * Reads an address.
   *
   * @throws OutboundFailure of the kind ADDRESS_REFUSED if it is not such an address
   */
  public static OutboundTarget parse(String text) throws OutboundFailure {
    if (text.length() > MAX_LENGTH) {
      throw OutboundFailure.refused("must have at most %d characters".formatted(MAX_LENGTH));
    }
    try {
      return new OutboundTarget(checked(new URI(new URI(text).toASCIIString())));
    } catch (URISyntaxException e) {
      throw OutboundFailure.refused("must be an address such as https://example.com/path");
    }
  }

  /**
   * The address that a reference leads to from here, such as that of a redirect.
   *
   * @throws OutboundFailure of the kind ADDRESS_REFUSED if it is not an address of this kind
   */
  public OutboundTarget resolve(String reference) throws OutboundFailure {
    try {
      return parse(uri.resolve(new URI(reference)).toString());
    } catch (URISyntaxException e) {
      throw OutboundFailure.refused("must be an address such as https://example.com/path");
    }
  }

  private static URI checked(URI uri) throws OutboundFailure {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw OutboundFailure.refused("must begin with https:// or http://");
    }
    if (uri.getRawUserInfo() != null
        || uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
      throw OutboundFailure.refused("must not contain a user name or a password");
    }
    String host = uri.getHost();
    if (host == null || host.contains("%") || host.endsWith(".") || isOtherNumber(host)) {
      throw OutboundFailure.refused(NAME);
    }
    if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
      throw OutboundFailure.refused("must have a port from 1 to 65535");
    }
    return uri;
  }

  /** Whether a host is a number that some programs read as an IP address, and others do not. */
  private static boolean isOtherNumber(String host) {
    return NUMBER.matcher(host).matches()
        && (!NetUtil.isValidIpV4Address(host) || LEADING_ZERO.matcher(host).matches());
  }

  /** Whether the connection is encrypted. */
  public boolean isHttps() {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  /** The host as it is written; an IPv6 address has brackets. */
  public String host() {
    return uri.getHost().toLowerCase(Locale.ROOT);
  }

  /** The port, also if it is the default one. */
  public int port() {
    if (uri.getPort() > 0) {
      return uri.getPort();
    }
    return isHttps() ? HTTPS_PORT : HTTP_PORT;
  }

  /** The path and the query. */
  String pathAndQuery() {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  @Override
  public String toString() {
    return uri.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OutboundTarget target && target.uri.equals(uri);
  }

  @Override
  public int hashCode() {
    return uri.hashCode();
  }
}
