package microstorm.idea.hint;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

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

  private final List<PhraseList> languages;

  /**
   * @throws IllegalStateException when a language has no phrase list, or a list without its
   *     messages
   */
  HintDetector(HintsConfig config) {
    languages = config.languages().stream().map(HintDetector::read).toList();
  }

  /** The hint for a text, in the first language in which it is praise or criticism. */
  public Optional<Hint> of(String text) {
    return text.length() > LONGEST
        ? Optional.empty()
        : languages.stream().flatMap(language -> language.hintFor(text).stream()).findFirst();
  }

  private static PhraseList read(String language) {
    String file = "hints/" + language + ".txt";
    try (InputStream words =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
      if (words == null) {
        throw new IllegalStateException(
            ("microstorm.hints.languages contains %s, but there is no phrase list %s. Add the list"
                    + " or remove the language.")
                .formatted(language, file));
      }
      return PhraseList.parse(file, new String(words.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The phrase list " + file + " cannot be read.", e);
    }
  }
}
