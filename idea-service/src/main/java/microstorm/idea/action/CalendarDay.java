package microstorm.idea.action;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;

/**
 * A date in the years 1900 to 9999. The bounds catch typing errors, and every database can store
 * such a date.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CalendarDay.Years.class)
@interface CalendarDay {

  String message() default "must be a date in the years 1900 to 9999";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Checks the year. Null is valid. */
  class Years implements ConstraintValidator<CalendarDay, LocalDate> {

    private static final int FIRST = 1900;
    private static final int LAST = 9999;

    @Override
    public boolean isValid(LocalDate day, ConstraintValidatorContext context) {
      return day == null || day.getYear() >= FIRST && day.getYear() <= LAST;
    }
  }
}
