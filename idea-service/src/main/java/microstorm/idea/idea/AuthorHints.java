package microstorm.idea.idea;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import microstorm.idea.hint.Hint;
import microstorm.idea.hint.HintDetector;

/** What authors are told about their words, unless they want them so. */
@ApplicationScoped
public class AuthorHints {

  private final HintDetector hints;

  AuthorHints(HintDetector hints) {
    this.hints = hints;
  }

  /**
   * The first hint on what somebody says, or null.
   *
   * @param keepWords whether its author was told before and keeps the words; null: no
   */
  public Hint on(List<String> said, Boolean keepWords) {
    return Boolean.TRUE.equals(keepWords)
        ? null
        : said.stream().flatMap(words -> hints.of(words).stream()).findFirst().orElse(null);
  }
}
