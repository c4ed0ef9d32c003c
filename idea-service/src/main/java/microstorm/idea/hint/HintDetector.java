package microstorm.idea.hint;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Detects texts that read like praise or criticism of an idea instead of an idea. Precision comes
 * first: it only reports a short text that consists of a listed phrase, apart from filling words.
 * Each language has a file with its phrases.
 */
@Startup
@ApplicationScoped
public class HintDetector {

  /** The length up to which a text is checked: a longer text says something else as well. */
  private static final int LONGEST = 100;

  private static final List<String> LANGUAGES = List.of("en", "de");

  private final Map<String, PhraseList> languages =
      LANGUAGES.stream().collect(toUnmodifiableMap(language -> language, HintDetector::read));

  /**
   * The first hint for some texts in each language. A session has one language, which is not known
   * here: a post is read before its board is.
   */
  public Hints of(List<String> texts) {
    Map<String, Hint> hints = new HashMap<>();
    languages.forEach(
        (language, phrases) ->
            texts.stream()
                .filter(text -> text.length() <= LONGEST)
                .flatMap(text -> phrases.hintFor(text).stream())
                .findFirst()
                .ifPresent(hint -> hints.put(language, hint)));
    return hints.isEmpty() ? Hints.NONE : new Hints(Map.copyOf(hints));
  }

  private static PhraseList read(String language) {
    String file = "hints/" + language + ".txt";
    try (InputStream words =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
      if (words == null) {
        throw new IllegalStateException("The phrase list " + file + " is missing.");
      }
      return PhraseList.parse(file, new String(words.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The phrase list " + file + " cannot be read.", e);
    }
  }
}
