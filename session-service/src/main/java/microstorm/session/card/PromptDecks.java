package microstorm.session.card;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The decks that come with the product, in every language. Each file has the title in its first
 * line and then one card in each line.
 */
@Startup
@ApplicationScoped
public class PromptDecks {

  private static final List<String> NAMES =
      List.of("scamper", "random-word", "reversal", "other-eyes", "constraints");

  private static final List<String> LANGUAGES = List.of("en", "de");

  private final Map<String, List<PromptDeck>> decks =
      LANGUAGES.stream().collect(toUnmodifiableMap(language -> language, PromptDecks::all));

  /** All decks in a language, {@code en} or {@code de}. */
  public List<PromptDeck> in(String language) {
    return decks.get(language);
  }

  private static List<PromptDeck> all(String language) {
    return NAMES.stream().map(name -> read(language, name)).toList();
  }

  private static PromptDeck read(String language, String name) {
    String file = "decks/" + language + "/" + name + ".txt";
    try (InputStream text =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
      List<String> lines =
          new String(text.readAllBytes(), StandardCharsets.UTF_8).strip().lines().toList();
      return new PromptDeck(name, lines.get(0), lines.subList(1, lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException("The deck " + file + " cannot be read.", e);
    }
  }
}
