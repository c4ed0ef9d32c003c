package microstorm.idea.hint;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notices when a text reads like praise or criticism of an idea instead of being one. Precision
 * comes first: only a short text that is nothing but a listed phrase, give or take the filling
 * words around it, or a listed judgement of somebody's idea, is meant. The words are data, a file a
 * language.
 */
@Startup
@ApplicationScoped
public class Hints {

  private static final List<String> LANGUAGES = List.of("en");

  /** Whoever says more than this has something to say. */
  private static final int LONGEST = 100;

  private static final Map<String, String> MESSAGES =
      Map.of(
          "praise",
          "This reads like praise. While ideas are being found nobody is rewarded: "
              + "what does it make you think of?",
          "criticism",
          "This reads like criticism. While ideas are being found nothing is judged: "
              + "what would you do instead?");

  private final Map<String, Phrases> byLanguage = new HashMap<>();

  Hints() {
    LANGUAGES.forEach(language -> byLanguage.put(language, Phrases.parse(read(language))));
  }

  /**
   * The hint that a text gives.
   *
   * @param language such as {@code en}; one that has no word list gives no hints
   */
  public Optional<Hint> of(String text, String language) {
    Phrases phrases = byLanguage.get(language);
    if (phrases == null || text.length() > LONGEST) {
      return Optional.empty();
    }
    return phrases.kindOf(text).map(kind -> new Hint(kind, text.strip(), MESSAGES.get(kind)));
  }

  private static String read(String language) {
    String file = "hints/" + language + ".txt";
    try (InputStream words =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
      return new String(words.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The word list " + file + " cannot be read.", e);
    }
  }
}
