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

class HintDetectorTest {

  private static final Path LABELLED = Path.of("src/test/resources/hints/labelled-en.txt");
  private static final Path REAL_LOG = Path.of("../samples/micro-brainstorming.md");

  private final HintDetector hints = new HintDetector(() -> List.of("en"));

  private record Labelled(String kind, String text) {}

  private static List<Labelled> labelled() throws IOException {
    return Files.readAllLines(LABELLED).stream()
        .map(line -> line.split("\\|", 2))
        .map(parts -> new Labelled(parts[0], parts[1]))
        .toList();
  }

  private String kindOf(String text) {
    return hints.of(text).map(Hint::kind).orElse("none");
  }

  @Test
  void noIdeaGivesAHintAndFewJudgementsAreMissed() throws IOException {
    List<Labelled> all = labelled();
    List<Labelled> given =
        all.stream().filter(label -> !kindOf(label.text).equals("none")).toList();
    List<Labelled> meant = all.stream().filter(label -> !label.kind.equals("none")).toList();
    List<Labelled> missed = meant.stream().filter(label -> !given.contains(label)).toList();
    double recall = 1 - (double) missed.size() / meant.size();
    System.out.printf(
        "%d texts, %d hints of %d; missed: %s; recall %.2f%n",
        all.size(), given.size(), meant.size(), missed, recall);
    assertThat(given)
        .as("precision 1.0")
        .allSatisfy(label -> assertThat(kindOf(label.text)).as(label.text).isEqualTo(label.kind));
    assertThat(recall).isGreaterThanOrEqualTo(0.9);
  }

  /** Decorated letters and emoji have several units or become several letters. */
  @Test
  void thePlaceIsThatOfTheWordsInTheText() throws IOException {
    List<String> texts = new ArrayList<>(labelled().stream().map(Labelled::text).toList());
    texts.addAll(
        List.of("\uD83D\uDE00 Great idea", "\uFB01ne, gr\u00e9at idea", "\uFDFA great idea"));
    for (String text : texts) {
      hints
          .of(text)
          .ifPresent(
              hint ->
                  assertThat(text.substring(hint.start(), hint.end()))
                      .as(text)
                      .isEqualTo(hint.words())
                      .isEqualTo(hint.words().strip())
                      .isNotEmpty());
    }
    assertThat(hints.of("Gr\u00e9at idea!").orElseThrow().end()).isEqualTo(10);
    assertThat(hints.of("Gre\u0301at idea!").orElseThrow().end()).isEqualTo(11);
  }

  @Test
  void theRealLogGivesNoHint() throws IOException {
    assertThat(Files.readAllLines(REAL_LOG))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(kindOf(line)).as(line).isEqualTo("none"));
  }

  @Test
  void aHintQuotesTheWordsAndNamesTheirPlaceAndKind() {
    Hint hint = hints.of(" Great idea! ").orElseThrow();
    assertThat(hint.words()).isEqualTo("Great idea");
    assertThat(hint.start()).isEqualTo(1);
    assertThat(hint.end()).isEqualTo(11);
    assertThat(hint.message()).contains("praise");
  }

  @Test
  void aTextIsComparedWithAllLanguagesAndTheHintIsInItsLanguage() {
    assertThat(hints.of("Tolle Idee!")).as("with one language").isEmpty();
    HintDetector both = new HintDetector(() -> List.of("en", "de"));
    assertThat(both.of("Na, wirklich tolle Idee!").orElseThrow())
        .isEqualTo(
            new Hint(
                "praise", "tolle Idee", 13, 23, "Das liest sich wie Lob. Was fällt dir dazu ein?"));
    assertThat(both.of("Geht nicht.").orElseThrow().kind()).isEqualTo("criticism");
    assertThat(both.of("Great idea!")).isEqualTo(hints.of("Great idea!"));
    assertThat(both.of("Eine Idee")).isEmpty();
  }

  @Test
  void aLanguageWithoutAListStopsTheStart() {
    assertThatThrownBy(() -> new HintDetector(() -> List.of("en", "xx")))
        .hasMessage(
            "microstorm.hints.languages contains xx, but there is no phrase list hints/xx.txt."
                + " Add the list or remove the language.");
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
