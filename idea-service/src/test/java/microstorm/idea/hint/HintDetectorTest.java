package microstorm.idea.hint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HintDetectorTest {

  private static final String LABELLED = "src/test/resources/hints/labelled-%s.txt";
  private static final Path REAL_LOG = Path.of("../samples/micro-brainstorming.md");

  private final HintDetector hints = new HintDetector();

  private record Labelled(String kind, String text) {}

  private static List<Labelled> labelled(String language) throws IOException {
    return Files.readAllLines(Path.of(LABELLED.formatted(language))).stream()
        .map(line -> line.split("\\|", 2))
        .map(parts -> new Labelled(parts[0], parts[1]))
        .toList();
  }

  private Hint hint(String language, String text) {
    return hints.of(List.of(text)).in(language);
  }

  private String kindOf(String text) {
    return kindOf("en", text);
  }

  private String kindOf(String language, String text) {
    Hint hint = hint(language, text);
    return hint == null ? "none" : hint.kind();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void noIdeaGivesAHintAndFewJudgementsAreMissed(String language) throws IOException {
    List<Labelled> all = labelled(language);
    List<Labelled> given =
        all.stream().filter(label -> !kindOf(language, label.text).equals("none")).toList();
    List<Labelled> meant = all.stream().filter(label -> !label.kind.equals("none")).toList();
    List<Labelled> missed = meant.stream().filter(label -> !given.contains(label)).toList();
    double recall = 1 - (double) missed.size() / meant.size();
    System.out.printf(
        "%d texts, %d hints of %d; missed: %s; recall %.2f%n",
        all.size(), given.size(), meant.size(), missed, recall);
    assertThat(given)
        .as("precision 1.0")
        .allSatisfy(
            label -> assertThat(kindOf(language, label.text)).as(label.text).isEqualTo(label.kind));
    assertThat(recall).isGreaterThanOrEqualTo(0.9);
  }

  /** Decorated letters and emoji have several units or become several letters. */
  @Test
  void thePlaceIsThatOfTheWordsInTheText() throws IOException {
    List<String> texts = new ArrayList<>(labelled("en").stream().map(Labelled::text).toList());
    texts.addAll(
        List.of("\uD83D\uDE00 Great idea", "\uFB01ne, gr\u00e9at idea", "\uFDFA great idea"));
    for (String text : texts) {
      Hint hint = hint("en", text);
      if (hint != null) {
        assertThat(text.substring(hint.start(), hint.end()))
            .as(text)
            .isEqualTo(hint.words())
            .isEqualTo(hint.words().strip())
            .isNotEmpty();
      }
    }
    assertThat(hint("en", "Gr\u00e9at idea!").end()).isEqualTo(10);
    assertThat(hint("en", "Gre\u0301at idea!").end()).isEqualTo(11);
  }

  @Test
  void theRealLogGivesNoHint() throws IOException {
    assertThat(Files.readAllLines(REAL_LOG))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(kindOf(line)).as(line).isEqualTo("none"));
  }

  @Test
  void aHintQuotesTheWordsAndNamesTheirPlaceAndKind() {
    Hint hint = hint("en", " Great idea! ");
    assertThat(hint.words()).isEqualTo("Great idea");
    assertThat(hint.start()).isEqualTo(1);
    assertThat(hint.end()).isEqualTo(11);
    assertThat(hint.message()).contains("praise");
  }

  @Test
  void aTextIsComparedWithEveryLanguageAndTheHintIsInItsLanguage() {
    assertThat(hint("en", "Na, wirklich tolle Idee!")).isNull();
    Hint hint = hint("de", "Na, wirklich tolle Idee!");
    assertThat(hint.words()).isEqualTo("tolle Idee");
    assertThat(hint.start()).isEqualTo(13);
    assertThat(hint.message()).startsWith("Das liest sich wie Lob.");
    assertThat(hint("de", "Great idea!")).isNull();
    assertThat(hint("en", "Great idea!").message()).startsWith("This reads like praise.");
  }

  @Test
  void aListThatLacksAMessageOrHasAnUnknownSectionIsRefused() {
    String praise = "[praise message]\nWell.\n[praise]\ntolle idee\n";
    assertThatThrownBy(() -> PhraseList.parse("hints/xx.txt", praise))
        .hasMessage("The phrase list hints/xx.txt has no section [criticism message]. Add it.");
    assertThatThrownBy(() -> PhraseList.parse("hints/xx.txt", praise + "[prase]\nsuper\n"))
        .hasMessage("The phrase list hints/xx.txt has an unknown section [prase].");
  }

  @Test
  void anyTextIsAccepted() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int n = 0; n < 2_000; n++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(random.nextInt(120), 0, Character.MAX_CODE_POINT + 1)
          .filter(Character::isValidCodePoint)
          .forEach(text::appendCodePoint);
      kindOf(text.toString());
    }
    assertThat(kindOf("")).isEqualTo("none");
    assertThat(kindOf("so ".repeat(33))).isEqualTo("none");
    assertThat(kindOf("great idea ".repeat(200))).isEqualTo("none");
  }
}
