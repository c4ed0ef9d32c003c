package microstorm.idea.text;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import microstorm.http.input.TextRules;

/**
 * Text of an idea: at most {@code microstorm.boards.max-idea-length} characters that follow {@link
 * TextRules#TEXT}. A comparison has at most that many characters in total. Null is valid.
 */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {IdeaTextValidator.class, ComparisonValidator.class})
public @interface IdeaText {

  String message() default "must be text";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
