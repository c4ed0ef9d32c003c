package microstorm.idea.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;
import microstorm.http.input.TextRules;
import microstorm.idea.board.BoardsConfig;

/** Checks {@link IdeaText} on a comparison: in total it is no longer than a text may be. */
@ApplicationScoped
class ComparisonValidator implements ConstraintValidator<IdeaText, ComparisonText> {

  /** Resolved with each check, because validators are created before the configuration. */
  private final Instance<BoardsConfig> bounds;

  ComparisonValidator(Instance<BoardsConfig> bounds) {
    this.bounds = bounds;
  }

  @Override
  public boolean isValid(ComparisonText comparison, ConstraintValidatorContext context) {
    return comparison == null
        || TextRules.report(tooLong(comparison, bounds.get().maxIdeaLength()), context);
  }

  /** What is wrong with the length of a comparison, as the rest of a sentence. */
  static Optional<String> tooLong(ComparisonText comparison, int maxLength) {
    return comparison.length() > maxLength
        ? Optional.of("must have at most " + maxLength + " characters in total")
        : Optional.empty();
  }
}
