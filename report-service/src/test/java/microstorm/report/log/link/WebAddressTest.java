package microstorm.report.log.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest
  @CsvSource({
    "HTTPS://Docs.Example.org/en, https://docs.example.org/en",
    "https://example.org, https://example.org/",
    "https://example.org:443/a, https://example.org/a",
    "http://example.org:80, http://example.org/",
    "http://example.org:/a, http://example.org/a",
    "https://example.org/%7eme/%41, https://example.org/~me/A",
    "https://example.org/a%2fb, https://example.org/a%2Fb",
    "https://example.org/a/./b/../c, https://example.org/a/c",
    "https://example.org/../a, https://example.org/a",
    "https://example.org/a/.., https://example.org/",
    "https://example.org/a/%2e%2E/b, https://example.org/b",
    "https://example.org/a#, https://example.org/a",
    "https://example.org/ä, https://example.org/%C3%A4",
    "https://example.org/a b, https://example.org/a%20b",
    "https://example.org/100%, https://example.org/100%25",
    "https://bücher.example/, https://xn--bcher-kva.example/",
    "https://example.org?q=%e4, https://example.org/?q=%E4",
    "http://[2001:DB8::1]:8080/, http://[2001:db8::1]:8080/",
    "https://Me@example.org/, https://Me@example.org/"
  })
  void theNormalFormIgnoresWhatTheStandardIgnores(String written, String normal) {
    assertThat(form(written)).isEqualTo(normal);
    assertThat(form(normal)).as("of the normal form").isEqualTo(normal);
  }

  /** A server may answer the two with different pages. */
  @ParameterizedTest
  @CsvSource({
    "https://example.org/a, http://example.org/a",
    "https://example.org/a, https://example.org/a/",
    "https://example.org/a, https://example.org/A",
    "https://example.org/a, https://www.example.org/a",
    "https://example.org/a, https://example.org/a?",
    "https://example.org/a, https://example.org/a#b",
    "https://example.org/?a&b, https://example.org/?b&a",
    "https://example.org/a%2Fb, https://example.org/a/b",
    "https://example.org/a//b, https://example.org/a/b",
    "https://example.org/?a=%2B, https://example.org/?a=+",
    "https://example.org/, https://example.org./",
    "https://example.org:8443/, https://example.org/"
  })
  void otherAddressesAreDifferent(String one, String other) {
    assertThat(form(one)).isNotEqualTo(form(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://",
        "https:///a",
        "https://exa mple.org/",
        "https://-.org/",
        "https://a..b/",
        "https://example.org:65536/",
        "https://example.org:port/",
        "https://[::1/",
        "https://ex%61mple.org/",
        "https://example.org\\a",
        "ftp://example.org/",
        "example.org",
        "//example.org",
        ""
      })
  void otherTextsAreNoAddresses(String text) {
    assertThat(WebAddress.of(text)).isEmpty();
  }

  @Test
  void theHostAndTheRequestedAddressAreParts() {
    WebAddress address = WebAddress.of("https://Example.org:8443/a?b#c").orElseThrow();
    assertThat(address.host()).isEqualTo("example.org");
    assertThat(address.withoutFragment()).isEqualTo("https://example.org:8443/a?b");
  }

  private static String form(String address) {
    return WebAddress.of(address).orElseThrow().text();
  }
}
