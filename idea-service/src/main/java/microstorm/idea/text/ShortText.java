package microstorm.idea.text;

import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import microstorm.http.input.SingleLine;

/** One line of text with at most {@code max} characters. Null is valid. */
@Size
@SingleLine
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
public @interface ShortText {

  /** The maximum number of characters. */
  @OverridesAttribute(constraint = Size.class, name = "max")
  int max() default 200;

  String message() default "must be one line of text";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
