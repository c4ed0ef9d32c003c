package microstorm.idea.early;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import microstorm.http.problem.ProblemException;

/**
 * Makes the first attempt of an operation with {@link AwaitsPhase}. It runs inside the validation
 * of the request, so that a repetition does not validate again.
 */
@AwaitsPhase
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER + 900)
class AwaitsPhaseInterceptor {

  @AroundInvoke
  Object attempt(InvocationContext operation) throws Exception {
    try {
      return operation.proceed();
    } catch (ProblemException refusal) {
      throw refusal.isRetryable() ? new EarlyRequest(operation, refusal) : refusal;
    }
  }
}
