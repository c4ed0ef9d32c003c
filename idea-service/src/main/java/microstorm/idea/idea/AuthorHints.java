package microstorm.idea.idea;

import jakarta.enterprise.context.ApplicationScoped;
import microstorm.idea.hint.Hint;
import microstorm.idea.hint.Hints;

/** What authors are told about their words, unless they want them so. */
@ApplicationScoped
class AuthorHints {

  private static final String LANGUAGE = "en";

  private final Hints hints;

  AuthorHints(Hints hints) {
    this.hints = hints;
  }

  /**
   * The hint on a text, or null.
   *
   * @param keepWords whether its author was told before and keeps the words; null: no
   */
  Hint on(String text, Boolean keepWords) {
    return Boolean.TRUE.equals(keepWords) ? null : hints.of(text, LANGUAGE).orElse(null);
  }
}
