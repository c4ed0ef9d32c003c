package microstorm.http.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The problems that are particular to an operation. Those that follow from its shape, such as a
 * missing token, must not be listed.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Raises {

  /** The ids of the problem types, such as {@code quiet-time-not-over}. */
  String[] value();
}
