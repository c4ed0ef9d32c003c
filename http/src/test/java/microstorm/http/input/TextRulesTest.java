package microstorm.http.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in every script are valid; invisible or misleading texts are not. */
class TextRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "שלום, Quarkus",
        "\u200Fשלום\u200E and \u061C\u0633\u0644\u0627\u0645",
        "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
        "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \u2764\uFE0F",
        "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
        "soft\u00ADhyphen",
      })
  void everyScriptIsValid(String text) {
    for (TextRules rules : TextRules.values()) {
      assertThat(rules.faultOf(text)).as("%s: %s", rules, text).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \t\u00A0\u3000",
        "\u200B\u200C\u200D\u2060\uFEFF",
        "\u00AD",
        "\u034F",
        "\u115F\u1160\u3164\uFFA0",
        "\u2800",
        "\uFE0F",
        "\uDB40\uDD00",
        "\u200F \u200E",
      })
  void invisibleCharactersAloneAreBlank(String text) {
    assertThat(TextRules.LINE.faultOf(text)).contains("must not be blank");
    assertThat(TextRules.TEXT.faultOf(text)).contains("must not be blank");
    assertThat(TextRules.TEXT.faultOf(text + "a")).isEmpty();
    assertThat(TextRules.TEXT_OR_NONE.faultOf(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"
      })
  void charactersThatChangeTheDirectionOfWritingAreRefused(String sign) {
    for (TextRules rules : TextRules.values()) {
      assertThat(rules.faultOf("a" + sign + "b"))
          .hasValueSatisfying(fault -> assertThat(fault).contains("direction of writing"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\rb", "a\u0085b", "a\u009Fb", "a\uD83Db"})
  void controlCharactersAndUnpairedSurrogatesAreRefused(String text) {
    for (TextRules rules : TextRules.values()) {
      assertThat(rules.faultOf(text)).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(TextRules.class)
  void onlyALineRefusesNewlines(TextRules rules) {
    assertThat(rules.faultOf("a\n\tb").isPresent()).isEqualTo(rules == TextRules.LINE);
  }

  @Test
  void allLineEndsBecomeNewlines() {
    assertThat(TextRules.trimmed(" \ta\r\nb\rc \n\r\n")).isEqualTo("a\nb\nc");
    assertThat(TextRules.trimmed(null)).isNull();
  }
}
