package microstorm.idea.idea;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import microstorm.idea.board.BoardsConfig;

/** Checks {@link Words}. */
@ApplicationScoped
class WordsValidator implements ConstraintValidator<Words, String> {

  /** Asked when words come: validators are made before there is a configuration. */
  private final Instance<BoardsConfig> bounds;

  WordsValidator(Instance<BoardsConfig> bounds) {
    this.bounds = bounds;
  }

  @Override
  public boolean isValid(String words, ConstraintValidatorContext context) {
    String fault = words == null ? null : faultOf(words);
    if (fault != null) {
      context.disableDefaultConstraintViolation();
      context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
    }
    return fault == null;
  }

  private String faultOf(String words) {
    if (words.isBlank()) {
      return "must not be blank";
    }
    int maxLength = bounds.get().maxIdeaLength();
    if (words.length() > maxLength && words.codePointCount(0, words.length()) > maxLength) {
      return "must have at most " + maxLength + " characters";
    }
    return words.codePoints().allMatch(WordsValidator::isText)
        ? null
        : "must have no control characters but tab and newline";
  }

  /** A lone half of a pair is no character: it could not be stored as it is. */
  private static boolean isText(int character) {
    return character == '\t'
        || character == '\n'
        || !Character.isISOControl(character)
            && Character.getType(character) != Character.SURROGATE;
  }
}
