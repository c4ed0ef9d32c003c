package microstorm.idea.idea;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import microstorm.idea.hint.Hint;
import microstorm.idea.hint.HintDetector;

/** Finds the hint for an author, unless the author keeps the words on purpose. */
@ApplicationScoped
public class AuthorHints {

  private final HintDetector hints;

  AuthorHints(HintDetector hints) {
    this.hints = hints;
  }

  /**
   * The first hint for these texts, or null.
   *
   * @param keepWords true when the author has seen the hint and keeps the words; null means false
   */
  public Hint on(List<String> texts, Boolean keepWords) {
    if (Boolean.TRUE.equals(keepWords)) {
      return null;
    }
    Hint hint = texts.stream().flatMap(words -> hints.of(words).stream()).findFirst().orElse(null);
    return hint == null || texts.size() == 1 ? hint : hint.withoutPlace();
  }
}
