package microstorm.idea.early;

import jakarta.interceptor.InvocationContext;
import microstorm.http.problem.ProblemException;

/** The first attempt of an operation came too early. */
class EarlyRequest extends RuntimeException {

  private final transient InvocationContext operation;
  private final ProblemException refusal;

  EarlyRequest(InvocationContext operation, ProblemException refusal) {
    super(refusal.getMessage(), refusal, false, false);
    this.operation = operation;
    this.refusal = refusal;
  }

  /** The refusal of the first attempt. */
  ProblemException refusal() {
    return refusal;
  }

  /** Makes another attempt, on this thread. */
  Object repeat() {
    try {
      return operation.proceed();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("An operation on a board failed.", e);
    }
  }
}
