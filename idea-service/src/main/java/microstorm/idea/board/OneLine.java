package microstorm.idea.board;

import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A line of text: not blank, no control characters, at most {@code max} characters. Null is valid.
 */
@Size
@Pattern(
    regexp = "(?U)(?=.*\\S)[^\\p{Cntrl}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]*",
    message = "must be a line of text without control characters or halves of characters")
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
public @interface OneLine {

  /** The most characters. */
  @OverridesAttribute(constraint = Size.class, name = "max")
  int max() default 200;

  String message() default "must be a line of text";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
