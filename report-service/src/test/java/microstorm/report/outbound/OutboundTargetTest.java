package microstorm.report.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are addresses that everybody reads in the same way. */
class OutboundTargetTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.com, true, example.com, 443, /",
    "HTTP://Example.COM/a?b=c#d, false, example.com, 80, /a?b=c",
    "https://example.com:8443/x%20y, true, example.com, 8443, /x%20y",
    "https://[2001:4860::1]?q, true, [2001:4860::1], 443, /?q",
    "https://1.1.1.1/ä, true, 1.1.1.1, 443, /%C3%A4"
  })
  void readsAnAddress(String text, boolean https, String host, int port, String path)
      throws OutboundFailure {
    OutboundTarget target = OutboundTarget.parse(text);

    assertThat(target.isHttps()).isEqualTo(https);
    assertThat(target.host()).isEqualTo(host);
    assertThat(target.port()).isEqualTo(port);
    assertThat(target.pathAndQuery()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "//example.com/",
        "https:",
        "https:example.com",
        "https:///path",
        "ftp://example.com/",
        "file:///etc/passwd",
        "gopher://example.com/",
        "https://user@example.com/",
        "https://user:word@example.com/",
        "https://1.1.1.1@127.0.0.1/",
        "https://0x7f.1/",
        "https://0x7f000001/",
        "https://2130706433/",
        "https://127.1/",
        "https://010.0.0.1/",
        "https://0177.0.0.1/",
        "https://1.1.1.1./",
        "https://example.com./",
        "https://exa mple.com/",
        "https://example.com\\@127.0.0.1/",
        "https://ex%61mple.com/",
        "https://bücher.example/",
        "https://under_score/",
        "https://[fe80::1%25eth0]/",
        "https://[::1/",
        "https://example.com:0/",
        "https://example.com:65536/",
        "https://example.com:99999999999/",
        "https://example.com/\r\nX: y"
      })
  void refusesOtherTexts(String text) {
    assertThatThrownBy(() -> OutboundTarget.parse(text))
        .isInstanceOfSatisfying(
            OutboundFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(OutboundFailure.Kind.ADDRESS_REFUSED));
  }

  @Test
  void refusesALongText() {
    String text = "https://example.com/" + "a".repeat(OutboundTarget.MAX_LENGTH);

    assertThatThrownBy(() -> OutboundTarget.parse(text)).hasMessageContaining("at most 2000");
  }

  @Test
  void followsAReference() throws OutboundFailure {
    OutboundTarget target = OutboundTarget.parse("https://example.com/a/b?c");

    assertThat(target.resolve("../d").toString()).isEqualTo("https://example.com/d");
    assertThat(target.resolve("//other.example/e").host()).isEqualTo("other.example");
    assertThatThrownBy(() -> target.resolve("file:///etc/passwd"))
        .isInstanceOf(OutboundFailure.class);
  }
}
