package microstorm.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The German sentences about a log that is brought in: each code of the API has one. */
class LogTextsTest {

  private static final Path API = Path.of("../report-service/openapi.yaml");

  /** All values that a warning can have. */
  private static final String VALUES =
      "{text: 'Text', repaired: 'Repariert', date: '2020-05-07', writtenWeekday: 3, number: 7,"
          + " otherLine: 12, fault: 'no-scheme', texts: ['a', 'b'], moreTexts: 2}";

  @RegisterExtension static final Model model = new Model();

  private static String say(String call) {
    return model.eval("String(model.%s)".formatted(call)).asString();
  }

  private static String warned(String code, String values) {
    return say("warned({line: 1, code: '%s', message: 'x', values: %s})".formatted(code, values));
  }

  /** The sentence of each code; the control is a code that does not exist. */
  private static void assertEach(List<String> codes, String call) {
    assertThat(codes)
        .allSatisfy(code -> assertThat(say(call.formatted(code))).doesNotContain("undefined"));
    assertThat(say(call.formatted("no-such-code"))).isEqualTo("undefined");
  }

  @Test
  void everyWarningHasASentence() throws IOException {
    assertEach(
        Enumeration.of(API, "LogWarning", "code"),
        "warned({line: 1, code: '%s', message: 'x', values: " + VALUES + "})");
  }

  @Test
  void everyFlawOfALinkHasASentence() throws IOException {
    assertEach(Enumeration.of(API, "LinkFlaw", "code"), "malformed('%s')");
  }

  @Test
  void everyFailureHasASentence() throws IOException {
    assertEach(
        Enumeration.of(API, "ImportFailureCode"),
        "failed({sessionId: 'x', reason: 'x', code: '%s', eventId: 'e'})");
  }

  @Test
  void everyMatchAndEveryNearMatchHasASentence() throws IOException {
    assertEach(
        Enumeration.of(API, "MatchedBy"),
        "recognized({number: 1, before: {number: 1}, similarity: 90, matchedBy: '%s'})");
    assertEach(Enumeration.of(API, "NoMatch"), "recognized({notMatched: '%s'})");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weekday-mismatch | {date: '2020-05-07', writtenWeekday: 3} | Der 7. Mai 2020 war ein Donnerstag, kein Mittwoch.",
        "number-twice | {number: 7, otherLine: 12} | Die Sitzungsnummer 7 steht schon in Zeile 12.",
        "unknown-section | {text: 'Foo'} | Der Abschnitt „Foo“ ist unbekannt und blieb als Notiz erhalten.",
        "unknown-section | undefined | Der Abschnitt ohne Titel ist unbekannt und blieb als Notiz erhalten.",
        "frame-replaced | {texts: ['a', 'b'], moreTexts: 2} | Der Text vor der ersten Sitzung ersetzt einen früheren, in dem auch stand: „a“, „b“ und 2 weitere.",
        "link-malformed | {text: 'x', fault: 'script'} | Der Link „x“ hat eine Adresse, die ein Skript starten würde."
      })
  void aWarningHasItsValues(String code, String values, String sentence) {
    assertThat(warned(code, values)).isEqualTo(sentence);
  }

  /** What an earlier version stored has no values: then the server's sentence is shown. */
  @Test
  void aWarningWithoutItsValuesHasNoSentence() {
    assertThat(warned("number-twice", "undefined")).isEqualTo("undefined");
  }

  @Test
  void aMatchNamesWhatIsTheSame() {
    String found =
        "{number: 7, title: 'A', heldOn: '2020-05-07', before: {number: 7, title: 'B', heldOn:"
            + " '2020-05-07'}, matchedBy: 'similar-text', similarity: 93}";
    assertThat(say("recognized(" + found + ")"))
        .isEqualTo("93 Prozent des Textes sind gleich, und ebenso die Nummer und das Datum.");
  }

  @Test
  void aRefusedLogHasItsLineAndItsNumbers() {
    assertThat(
            say(
                "logRefused({type: 'too-many-sessions', detail: 'x', line: 12, found: 10001, limit:"
                    + " 10000})"))
        .isEqualTo(
            "Zeile 12: Das Logbuch hat zu viele Sitzungen für einen Import. Teilen Sie es auf."
                + " Gefunden: 10.001; erlaubt: höchstens 10.000.");
    assertThat(say("logRefused({type: 'brand-new', detail: 'x'})")).isEqualTo("undefined");
  }
}
