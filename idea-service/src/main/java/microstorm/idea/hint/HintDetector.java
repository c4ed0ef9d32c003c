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
 * Notices when a text reads like praise or criticism of an idea instead of being one. Precision
 * comes first: only a short text that is nothing but a listed phrase, give or take the filling
 * words around it, or a listed judgement of somebody's idea, is meant. The words are data, a file a
 * language.
 */
@Startup
@ApplicationScoped
public class HintDetector {

  /** Whoever says more than this has something to say. */
  private static final int LONGEST = 100;

  private final List<PhraseList> languages;

  /**
   * @throws IllegalStateException when a language has no word list, or one without its messages
   */
  HintDetector(HintsConfig config) {
    languages = config.languages().stream().map(HintDetector::read).toList();
  }

  /** The hint that a text gives, in the first language in which it is praise or criticism. */
  public Optional<Hint> of(String text) {
    return text.length() > LONGEST
        ? Optional.empty()
        : languages.stream().flatMap(language -> language.hintOn(text).stream()).findFirst();
  }

  private static PhraseList read(String language) {
    String file = "hints/" + language + ".txt";
    try (InputStream words =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
      if (words == null) {
        throw new IllegalStateException(
            "microstorm.hints.languages names %s, and there is no word list %s."
                .formatted(language, file));
      }
      return PhraseList.parse(file, new String(words.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The word list " + file + " cannot be read.", e);
    }
  }
}
