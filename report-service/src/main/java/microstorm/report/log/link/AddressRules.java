package microstorm.report.log.link;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides what is wrong with the address of a link. */
final class AddressRules {

  /** As idea-service, which lists no longer address. */
  static final int MAX_LENGTH = 2_000;

  /** What people write for http and https. */
  static final String MISSPELT = "(?:hh?t{1,3}p{1,2}s{0,2}|ttps?|htts?|hpt{1,2}s?|hps)";

  private static final Pattern SCHEME =
      Pattern.compile("([a-z][a-z0-9+.-]*+):(.*+)", Pattern.DOTALL);

  private static final Pattern LIKE_HTTP =
      Pattern.compile(MISSPELT + "[:;]?[/\\\\]++.*+", Pattern.DOTALL);

  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}(?:[/?#].*+)?", Pattern.DOTALL);

  private static final Set<String> SCRIPTS = Set.of("javascript", "vbscript", "data");

  private AddressRules() {}

  /** Whether it is an e-mail address, which is a link but no web page. */
  static boolean isMail(String address) {
    return address.regionMatches(true, 0, "mailto:", 0, "mailto:".length());
  }

  /** What is wrong with the address of a link with the right brackets. */
  static Optional<LinkFault> fault(String address) {
    if (address.isBlank()) {
      return Optional.of(LinkFault.NO_ADDRESS);
    }
    if (address.length() > MAX_LENGTH) {
      return Optional.of(LinkFault.TOO_LONG);
    }
    String lower = address.strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("https://") || lower.startsWith("http://")) {
      return WebAddress.of(address).isPresent()
          ? Optional.empty()
          : Optional.of(LinkFault.BAD_HOST);
    }
    if (LIKE_HTTP.matcher(lower).matches()) {
      return Optional.of(LinkFault.MISSPELT_SCHEME);
    }
    Matcher scheme = SCHEME.matcher(lower);
    if (!scheme.matches() || isHostWithPort(scheme.group(1), scheme.group(2))) {
      return Optional.of(LinkFault.NO_SCHEME);
    }
    if (scheme.group(1).matches(MISSPELT)) {
      return Optional.of(LinkFault.MISSPELT_SCHEME);
    }
    return Optional.of(
        SCRIPTS.contains(scheme.group(1)) ? LinkFault.SCRIPT : LinkFault.OTHER_SCHEME);
  }

  /** As in {@code localhost:8080/page} and {@code example.com:443}. */
  private static boolean isHostWithPort(String name, String rest) {
    return PORT.matcher(rest).matches() && (name.contains(".") || name.equals("localhost"));
  }
}
