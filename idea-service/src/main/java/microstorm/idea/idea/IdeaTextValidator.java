package microstorm.idea.idea;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;
import microstorm.idea.board.BoardsConfig;
import microstorm.web.TextRules;

/** Checks {@link IdeaText}. */
@ApplicationScoped
class IdeaTextValidator implements ConstraintValidator<IdeaText, String> {

  /** Asked when words come: validators are made before there is a configuration. */
  private final Instance<BoardsConfig> bounds;

  IdeaTextValidator(Instance<BoardsConfig> bounds) {
    this.bounds = bounds;
  }

  @Override
  public boolean isValid(String words, ConstraintValidatorContext context) {
    return words == null
        || TextRules.tell(TextRules.TEXT.faultOf(words).or(() -> tooLong(words)), context);
  }

  private Optional<String> tooLong(String words) {
    int maxLength = bounds.get().maxIdeaLength();
    return words.codePointCount(0, words.length()) > maxLength
        ? Optional.of("must have at most " + maxLength + " characters")
        : Optional.empty();
  }
}
