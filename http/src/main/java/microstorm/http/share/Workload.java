package microstorm.http.share;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the kind of work that a resource method does. Each kind has its own queue with shares for
 * teams and clients ({@code microstorm.workloads}); methods without a name share the kind {@link
 * #REQUESTS}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Workload {

  /** The kind of all requests that are not named. */
  String REQUESTS = "requests";

  /** The kind of requests that do not wait here: they have a queue of their own. */
  String NONE = "";

  /** The name of the kind. */
  String value();

  /**
   * Whether the request counts until its client has the whole response. A large response holds a
   * thread until then. {@code false} is for responses that hold none and have a limit of their own.
   */
  boolean untilSent() default true;

  /** A request counts once, and once more for each time that its body has this many bytes. */
  int bytesPerUnit() default Integer.MAX_VALUE;

  /** The maximum number of times that a request counts, even with a larger body. */
  int mostUnits() default Integer.MAX_VALUE;
}
