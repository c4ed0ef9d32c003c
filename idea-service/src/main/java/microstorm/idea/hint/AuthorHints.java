package microstorm.idea.hint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds the hint for an author, unless the author keeps the words on purpose. */
@ApplicationScoped
public class AuthorHints {

  private final HintDetector hints;

  AuthorHints(HintDetector hints) {
    this.hints = hints;
  }

  /**
   * The first hint for these texts in each language.
   *
   * @param keepWords true when the author has seen the hint and keeps the words; null means false
   */
  public Hints on(List<String> texts, Boolean keepWords) {
    if (Boolean.TRUE.equals(keepWords)) {
      return Hints.NONE;
    }
    Hints found = hints.of(texts);
    return texts.size() == 1 ? found : found.withoutPlaces();
  }
}
