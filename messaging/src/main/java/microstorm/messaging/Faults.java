package microstorm.messaging;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.StringJoiner;

/** Tells a fault of the surroundings, which passes, from one of the event, which stays. */
final class Faults {

  /** Connection lost, out of resources, operator's intervention. */
  private static final Set<String> CLASSES = Set.of("08", "53", "58");

  /** Serialization failure, deadlock, lock timeout, shutdown, a replica that is not yet primary. */
  private static final Set<String> STATES =
      Set.of(
          "40001", "40003", "40P01", "55P03", "57P01", "57P02", "57P03", "57P05", "25006", "25P03");

  private static final int DEPTH = 16;

  private Faults() {}

  /** Whether trying again later can help although the event stays as it is. */
  static boolean isTransient(Throwable fault) {
    return isTransient(fault, DEPTH);
  }

  /**
   * Class and place, never the message: messages quote what people wrote, and this goes to logs and
   * headers.
   */
  static String describe(Throwable fault) {
    StringJoiner text = new StringJoiner(", caused by ");
    Throwable current = fault;
    for (int i = 0; current != null && i < DEPTH; i++, current = current.getCause()) {
      text.add(current.getClass().getName() + place(current));
    }
    return text.toString();
  }

  private static boolean isTransient(Throwable fault, int depth) {
    if (fault == null || depth == 0) {
      return false;
    }
    if (fault instanceof SQLException sql && isTransient(sql)
        || fault instanceof InterruptedException
        || isTransient(fault.getCause(), depth - 1)) {
      return true;
    }
    for (Throwable suppressed : fault.getSuppressed()) {
      if (isTransient(suppressed, depth - 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTransient(SQLException fault) {
    if (fault instanceof SQLTransientException || fault instanceof SQLRecoverableException) {
      return true;
    }
    String state = fault.getSQLState();
    // The pool's own faults (no connection in time, pool closed) carry no state.
    return state == null
        || STATES.contains(state)
        || state.length() == 5 && CLASSES.contains(state.substring(0, 2));
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
