package microstorm.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The German sentences about refused requests, with the numbers of the refusal. */
class RefusalsTest {

  @RegisterExtension static final Model model = new Model();

  private static String refused(String problem) {
    return model.eval("String(model.refused(%s))".formatted(problem)).asString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | Versuchen Sie es gleich noch einmal.",
        "1 | Versuchen Sie es in 1 Sekunde noch einmal.",
        "119 | Versuchen Sie es in 119 Sekunden noch einmal.",
        "121 | Versuchen Sie es in 3 Minuten noch einmal.",
        "9000 | Versuchen Sie es in 3 Stunden noch einmal."
      })
  void theTimeToWaitIsNamed(int seconds, String sentence) {
    assertThat(refused("{type: 'busy', detail: 'x', retryAfter: %d}".formatted(seconds)))
        .isEqualTo("Der Server ist gerade ausgelastet. " + sentence);
  }

  @Test
  void theRestOfTheQuietTimeIsNamed() {
    assertThat(refused("{type: 'quiet-time-not-over', detail: 'x', retryAfter: 240}"))
        .isEqualTo("Die stille Zeit dauert noch 4 Minuten an, oder bis alle fertig sind.");
    assertThat(refused("{type: 'quiet-time-not-over', detail: 'x'}"))
        .isEqualTo("Die stille Zeit dauert noch an, oder bis alle fertig sind.");
  }

  /** The phrases of the services, and one that the page does not know. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title | is required | Titel: fehlt noch.",
        "problem | must not be blank | Problem: fehlt noch.",
        "text | must have at most 2000 characters | Text: höchstens 2.000 Zeichen.",
        "ownerKey | must have 1 to 128 characters | Schlüssel: 1 bis 128 Zeichen.",
        "criteria | must have at most 20 entries | Kriterien: höchstens 20 Einträge.",
        "criteria[2] | must have at most 200 characters | Kriterien: höchstens 200 Zeichen.",
        "ideaIds | must list at most 1000 ideas | Ideen der Gruppe: höchstens 1.000 Ideen.",
        "settings.quietMinutes | must be at least 1 | Stille Zeit: mindestens 1.",
        "votesPerPerson | must be at most 20 | Punkte je Person: höchstens 20.",
        "quietUntil | must be within the next 400 days | Stille Zeit bis: muss in den nächsten 400 Tagen liegen.",
        "endsAt | must be in the next 24 hours | Ende: muss in den nächsten 24 Stunden liegen.",
        "name | must be a single line without control characters or unpaired surrogates | Name: muss eine einzige Zeile ohne Steuerzeichen sein.",
        "url | must begin with https:// | Adresse: muss mit https:// beginnen.",
        "url | must have the port 443 or 80 | Adresse: muss zu einem bekannten Rechner im öffentlichen Internet führen, mit dem Port 443 oder 80.",
        "url | must not contain a user name or a password | Adresse: darf weder Benutzernamen noch Passwort enthalten.",
        "timeZone | must be an IANA time zone, such as Europe/Berlin | timeZone: passt so nicht; prüfen Sie die Angabe."
      })
  void aFieldIsNamedWithItsLimit(String field, String message, String sentence) {
    assertThat(
            refused(
                "{type: 'invalid', detail: 'x', errors: [{field: '%s', message: '%s'}]}"
                    .formatted(field, message)))
        .isEqualTo(sentence);
  }

  /** English pages have the server's phrase, after the label of the field. */
  @ParameterizedTest
  @CsvSource({
    "settings.quietMinutes, Quiet time",
    "criteria[2], Criteria",
    "url, Address",
    "timeZone, timeZone"
  })
  void aFieldHasTheNameOfItsLabel(String field, String label) {
    assertThat(model.eval("model.fieldLabel('%s', model.en)".formatted(field)).asString())
        .isEqualTo(label);
  }

  @Test
  void aTypeThatIsNotKnownHasNoSentence() {
    assertThat(refused("{type: 'brand-new', detail: 'x'}")).isEqualTo("undefined");
  }
}
