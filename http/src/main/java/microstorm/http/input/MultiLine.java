package microstorm.http.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text of any number of lines that follows {@link TextRules#TEXT_OR_NONE}; it may be empty. Null is
 * valid.
 */
@Target({
  ElementType.FIELD,
  ElementType.PARAMETER,
  ElementType.METHOD,
  ElementType.TYPE_USE,
  ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = MultiLine.Validator.class)
public @interface MultiLine {

  /** A default only: the client gets a message that describes the problem. */
  String message() default "must be text";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  class Validator implements ConstraintValidator<MultiLine, String> {

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      return TextRules.TEXT_OR_NONE.check(text, context);
    }
  }
}
