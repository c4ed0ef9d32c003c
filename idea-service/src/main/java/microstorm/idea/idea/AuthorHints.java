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
    return Boolean.TRUE.equals(keepWords)
        ? null
        : texts.stream().flatMap(words -> hints.of(words).stream()).findFirst().orElse(null);
  }
}
