package microstorm.report.log.link;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address of a web page in its normal form (RFC 3986, section 6.2). Two addresses with the same
 * form lead to the same page by the rules of the standard, whatever the server does. So the case of
 * scheme and host, the default port, an empty path, dots in the path, an empty fragment and
 * needless escapes do not count. Everything else does: http and https, a leading {@code www.}, a
 * slash at the end, the order of parameters, and the fragment.
 *
 * @param host in ASCII and lower case, without the port
 * @param text the whole address
 */
public record WebAddress(String host, String text) {

  private static final Pattern PARTS =
      Pattern.compile(
          "(https?)://([^/?#\\\\]*+)(/[^?#]*+)?(\\?[^#]*+)?(#.*+)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern AUTHORITY =
      Pattern.compile("([^@]*@)?(\\[[0-9A-Fa-f:.]{2,45}]|[^:@\\[\\]]*)(?::([0-9]{0,6}))?");

  private static final Pattern HOST =
      Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]{0,62})\\.)*[a-z0-9_](?:[a-z0-9_-]{0,62})\\.?");

  private static final int MAX_HOST = 253;
  private static final int MAX_PORT = 65_535;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** The normal form; empty if this is not the address of a web page. */
  public static Optional<WebAddress> of(String address) {
    Matcher parts = PARTS.matcher(address.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    Matcher authority = AUTHORITY.matcher(parts.group(2));
    if (!authority.matches()) {
      return Optional.empty();
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String host = host(authority.group(2));
    int port = port(authority.group(3));
    if (host == null || port > MAX_PORT) {
      return Optional.empty();
    }
    String user = authority.group(1) == null ? "" : Escapes.normal(authority.group(1));
    boolean shown = port > 0 && port != (scheme.equals("https") ? HTTPS : HTTP);
    String path = parts.group(3) == null ? "" : Escapes.normal(PathDots.remove(parts.group(3)));
    return Optional.of(
        new WebAddress(
            host,
            scheme
                + "://"
                + user
                + host
                + (shown ? ":" + port : "")
                + (path.isEmpty() ? "/" : path)
                + part(parts.group(4))
                + fragment(parts.group(5))));
  }

  /** The same address without its fragment, which no server gets. */
  public String withoutFragment() {
    int fragment = text.indexOf('#');
    return fragment < 0 ? text : text.substring(0, fragment);
  }

  private static String part(@Nullable String text) {
    return text == null ? "" : Escapes.normal(text);
  }

  private static String fragment(@Nullable String text) {
    return text == null || text.length() == 1 ? "" : "#" + Escapes.normal(text.substring(1));
  }

  private static int port(@Nullable String digits) {
    return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static @Nullable String host(String written) {
    if (written.startsWith("[")) {
      return written.toLowerCase(Locale.ROOT);
    }
    try {
      String host = IDN.toASCII(written, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      return host.length() <= MAX_HOST && HOST.matcher(host).matches() ? host : null;
    } catch (IllegalArgumentException notAName) {
      return null;
    }
  }
}
