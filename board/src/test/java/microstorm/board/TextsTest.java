package microstorm.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text exists in both languages, with the same values in it, and is used. */
class TextsTest {

  private static final Path APP = Path.of("src/main/resources/web/app");
  private static final Pattern TEXT = Pattern.compile("(?m)^  (\\w+): '(.*)',$");
  private static final Path PROBLEMS = Path.of("../docs/problems.md");
  private static final Pattern PROBLEM = Pattern.compile("(?m)^\\| <a id=\"([a-z0-9-]+)\">");
  private static final Pattern REFUSAL = Pattern.compile("(?m)^  '?([a-z0-9-]+)'?: '(.*)',$");
  private static final Pattern VALUE = Pattern.compile("\\{\\w+}");

  @Test
  void germanHasTheTextsOfEnglish() throws IOException {
    assertThat(texts("de").keySet()).isEqualTo(texts("en").keySet());
  }

  @Test
  void aTextHasTheSameValuesAndFormsInBothLanguages() throws IOException {
    Map<String, String> german = texts("de");
    texts("en")
        .forEach(
            (key, text) -> {
              assertThat(values(german.get(key))).as(key).isEqualTo(values(text));
              assertThat(german.get(key).split("\\|")).as(key).hasSameSizeAs(text.split("\\|"));
            });
  }

  @Test
  void everyTextIsUsed() throws IOException {
    String sources;
    try (Stream<Path> files = Files.walk(APP)) {
      sources =
          files
              .filter(file -> file.toString().matches(".*(?<!\\b(en|de))\\.ts"))
              .map(TextsTest::read)
              .collect(Collectors.joining());
    }
    assertThat(texts("en").keySet())
        .filteredOn(key -> !key.matches("(next|do|say|place)[A-Z].*"))
        .allSatisfy(key -> assertThat(sources).containsPattern("'" + key + "'"));
  }

  /**
   * The problems that no page can meet, because of the requests that pages send: the bodies,
   * headers and addresses are made by the pages' own code, and owners do not sign in on them. The
   * ticket of a stream is renewed, and the sort orders are fixed.
   */
  private static final Set<String> NEVER_MET =
      Set.of(
          "access-by-key",
          "action-state-unknown",
          "dot-votes-only",
          "edit-key-invalid",
          "form-without-log",
          "id-not-random",
          "identity-token-wrong",
          "method-not-allowed",
          "not-acceptable",
          "not-an-owner",
          "retry-key-known",
          "sort-unknown",
          "stream-ticket-invalid",
          "unexpected-body",
          "unsupported-encoding",
          "unsupported-media-type");

  /** Either a page can meet a problem, and then it has a German sentence, or it is in the list. */
  @Test
  void everyProblemThatAPageCanMeetHasAGermanSentence() throws IOException {
    Set<String> problems = new TreeSet<>(NEVER_MET);
    assertThat(refusals().keySet()).doesNotContainAnyElementsOf(NEVER_MET);
    problems.addAll(refusals().keySet());
    assertThat(problems).isEqualTo(problems());
  }

  @Test
  void aSentenceAboutAProblemHasOnlyValuesThatAreKnown() throws IOException {
    assertThat(refusals().values())
        .allSatisfy(
            sentence -> {
              assertThat(values(sentence)).isSubsetOf("{wait}", "{left}");
              assertThat(sentence).endsWith(".");
            });
  }

  private static Set<String> problems() throws IOException {
    return PROBLEM
        .matcher(Files.readString(PROBLEMS))
        .results()
        .map(problem -> problem.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> refusals() throws IOException {
    String source = Files.readString(APP.resolve("texts/refusals.de.ts"));
    Map<String, String> refusals = new TreeMap<>();
    REFUSAL
        .matcher(source.substring(source.indexOf("const refusals"), source.indexOf("const number")))
        .results()
        .forEach(line -> refusals.put(line.group(1), line.group(2)));
    return refusals;
  }

  private static Map<String, String> texts(String language) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    TEXT.matcher(Files.readString(APP.resolve("texts/" + language + ".ts")))
        .results()
        .forEach(line -> texts.put(line.group(1), line.group(2)));
    assertThat(texts).isNotEmpty();
    return texts;
  }

  private static Set<String> values(String text) {
    return VALUE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
