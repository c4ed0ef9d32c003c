package microstorm.session.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinCodeTest {

  private static final String CODE = "K7MPX3XQDA";

  @ParameterizedTest
  @ValueSource(
      strings = {"K7MPX3XQDA", "k7mpx3xqda", "K7MPX 3XQDA", "k7mpx-3xqda", " K7 MP X3 XQ DA "})
  void caseSpacesAndHyphensOfATypedCodeHaveNoMeaning(String typed) {
    assertThat(JoinCode.read(typed)).isEqualTo(CODE);
    assertThat(JoinCode.matches(CODE, typed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"K7MPX3XQD", "K7MPX3XQDAA", "K7MPX3XQDB", "K7MPX3XQD0", "", " "})
  void anotherCodeDoesNotMatch(String typed) {
    assertThat(JoinCode.matches(CODE, typed)).isFalse();
  }

  /** The control: case and hyphens of a code for links have a meaning. */
  @Test
  void aCodeForLinksIsComparedAsItIs() {
    String code = "Hc7dQ2mZr9-sXk4Vt1BnPw";
    assertThat(JoinCode.matches(code, code)).isTrue();
    assertThat(JoinCode.matches(code, code.toUpperCase(Locale.ROOT))).isFalse();
    assertThat(JoinCode.matches(code, code.replace("-", ""))).isFalse();
  }

  @Test
  void newCodesHaveNoCharactersThatLookAlikeAndDoNotRepeat() {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      codes.add(JoinCode.random());
    }
    assertThat(codes).hasSize(10_000).allMatch(code -> code.matches("[2-9A-HJKMNP-Z]{10}"));
    assertThat(codes.stream().flatMapToInt(String::chars).distinct().count())
        .as("characters in use")
        .isEqualTo(31);
  }
}
