package microstorm.idea.idea;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;
import microstorm.idea.board.BoardsConfig;
import microstorm.web.TextRules;

/** Checks {@link IdeaText} of a comparison: as a whole it is no longer than a text may be. */
@ApplicationScoped
class ComparisonValidator implements ConstraintValidator<IdeaText, ComparisonText> {

  /** Asked when words come: validators are made before there is a configuration. */
  private final Instance<BoardsConfig> bounds;

  ComparisonValidator(Instance<BoardsConfig> bounds) {
    this.bounds = bounds;
  }

  @Override
  public boolean isValid(ComparisonText comparison, ConstraintValidatorContext context) {
    return comparison == null || TextRules.tell(tooLong(comparison), context);
  }

  private Optional<String> tooLong(ComparisonText comparison) {
    int maxLength = bounds.get().maxIdeaLength();
    return comparison.length() > maxLength
        ? Optional.of("must have at most " + maxLength + " characters in all")
        : Optional.empty();
  }
}
