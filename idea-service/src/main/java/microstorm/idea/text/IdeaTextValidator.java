package microstorm.idea.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;
import microstorm.http.input.TextRules;
import microstorm.idea.board.BoardsConfig;

/** Checks {@link IdeaText}. */
@ApplicationScoped
class IdeaTextValidator implements ConstraintValidator<IdeaText, String> {

  /** Resolved with each check, because validators are created before the configuration. */
  private final Instance<BoardsConfig> bounds;

  IdeaTextValidator(Instance<BoardsConfig> bounds) {
    this.bounds = bounds;
  }

  @Override
  public boolean isValid(String text, ConstraintValidatorContext context) {
    return text == null
        || TextRules.report(TextRules.TEXT.faultOf(text).or(() -> tooLong(text)), context);
  }

  private Optional<String> tooLong(String text) {
    int maxLength = bounds.get().maxIdeaLength();
    return text.codePointCount(0, text.length()) > maxLength
        ? Optional.of("must have at most " + maxLength + " characters")
        : Optional.empty();
  }
}
