package microstorm.messaging.inbox;

import java.util.StringJoiner;
import microstorm.database.DatabaseFailures;

/** Distinguishes temporary failures of the environment from permanent failures of an event. */
final class FailureClassifier {

  private static final int DEPTH = 16;

  private FailureClassifier() {}

  /** Whether a retry of the same event can succeed later. */
  static boolean isTransient(Throwable fault) {
    return DatabaseFailures.isTemporary(fault) || isInterruption(fault);
  }

  /**
   * Describes a failure by class and place, without its message: messages may quote texts of users,
   * and the description goes to logs and headers.
   */
  static String describe(Throwable fault) {
    StringJoiner text = new StringJoiner(", caused by ");
    Throwable current = fault;
    for (int i = 0; current != null && i < DEPTH; i++, current = current.getCause()) {
      text.add(current.getClass().getName() + place(current));
    }
    return text.toString();
  }

  private static boolean isInterruption(Throwable fault) {
    Throwable current = fault;
    for (int i = 0; current != null && i < DEPTH; i++, current = current.getCause()) {
      if (current instanceof InterruptedException) {
        return true;
      }
    }
    return false;
  }

  private static String place(Throwable fault) {
    StackTraceElement[] stack = fault.getStackTrace();
    for (StackTraceElement frame : stack) {
      if (frame.getClassName().startsWith("microstorm.")) {
        return " at "
            + frame.getClassName()
            + "."
            + frame.getMethodName()
            + ":"
            + frame.getLineNumber();
      }
    }
    return stack.length == 0
        ? ""
        : " at " + stack[0].getClassName() + "." + stack[0].getMethodName();
  }
}
