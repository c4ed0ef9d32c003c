package microstorm.session.card;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The decks that come with the product. Each file has the title in its first line and then one card
 * in each line.
 */
@Startup
@ApplicationScoped
public class PromptDecks {

  private static final List<String> NAMES =
      List.of("scamper", "random-word", "reversal", "other-eyes", "constraints");

  private final List<PromptDeck> decks = NAMES.stream().map(PromptDecks::read).toList();

  /** All decks. */
  public List<PromptDeck> all() {
    return decks;
  }

  private static PromptDeck read(String name) {
    String file = "decks/" + name + ".txt";
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
