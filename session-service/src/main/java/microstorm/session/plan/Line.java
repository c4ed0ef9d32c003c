package microstorm.session.plan;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A line of text, not blank: neither control characters nor halves of characters, nor signs that
 * turn the direction of what stands behind them.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "(?U)(?=.*\\S)[^\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]*")
@ReportAsSingleViolation
public @interface Line {

  /** What the client is told. */
  String message() default
      "must not be blank or contain control characters, halves of characters or signs that turn the"
          + " direction of writing";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
