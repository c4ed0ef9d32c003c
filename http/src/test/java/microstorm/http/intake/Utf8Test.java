package microstorm.http.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

  private static final String SOME_JSON = "{\"title\": \"a\"}";

  /** JSON that the parser accepts, although RFC 8259 does not permit the encoding. */
  static Stream<byte[]> jsonInOtherEncodings() {
    return Stream.concat(
        Stream.of("UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE")
            .map(charset -> SOME_JSON.getBytes(Charset.forName(charset))),
        Stream.of("\u00C0\u00AF", "\u00C1\u0081", "\u00E0\u0080\u00AF", "\u00F0\u0080\u0080\u00AF")
            .map(overlong -> ("{\"title\": \"" + overlong + "\"}").getBytes(ISO_8859_1)));
  }

  @ParameterizedTest
  @MethodSource("jsonInOtherEncodings")
  void jsonInOtherEncodingsIsNoText(byte[] json) throws IOException {
    assertThat(Utf8.isText(Unpooled.wrappedBuffer(json))).isFalse();
    // the control: the parser accepts it
    assertThat(new ObjectMapper().readTree(json).path("title").asText()).isNotEmpty();
  }

  @Test
  void everyCharacterIsText() {
    assertThat(
            Utf8.isText(Unpooled.copiedBuffer("{\"title\": \"\u00E4\u20AC\uD83D\uDE00\"}", UTF_8)))
        .isTrue();
    assertThat(Utf8.isText(Unpooled.copiedBuffer("\uFEFF{}", UTF_8))).isTrue();
    assertThat(Utf8.isText(Unpooled.EMPTY_BUFFER)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/a?b=c&d", "/%C3%A4", "/%e2%82%ac?q=%20+", "/a%2Fb%25", "*"})
  void percentEncodedTextIsAccepted(String target) {
    assertThat(Utf8.isPercentEncodedText(target)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%",
        "/%4",
        "/%zz",
        "/%-1",
        "/%c0%af",
        "/%ff",
        "/%ED%A0%80",
        "/a%00",
        "/\u00E4",
        "/a b",
        "/?q=%C3",
        "/%F4%90%80%80",
        "/%\uFF11\uFF11"
      })
  void otherTargetsAreRefused(String target) {
    assertThat(Utf8.isPercentEncodedText(target)).isFalse();
  }
}
