package microstorm.idea.early;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a blocking operation on a board that may arrive before the event that permits it. Its path
 * has the variable {@code sessionId}. An early attempt has no effect and ends with a retryable
 * {@link microstorm.http.problem.ProblemException}; {@link PhaseRetry} then repeats the operation
 * after the next change of phase or break. No thread is held meanwhile.
 */
@Documented
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AwaitsPhase {}
