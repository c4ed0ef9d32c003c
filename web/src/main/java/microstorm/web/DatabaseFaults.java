package microstorm.web;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.List;

/** Which failures come from a database that is away or busy, and pass by themselves. */
final class DatabaseFaults {

  /** SQLStates: no connection, deadlock or serialization, no resources, lock taken, shutdown. */
  private static final List<String> PASSING = List.of("08", "40", "53", "55P03", "57P");

  private DatabaseFaults() {}

  /** Whether the failure passes: by its SQLState, or because no connection was free in time. */
  static boolean pass(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLTransientException || t instanceof SQLNonTransientConnectionException) {
        return true;
      }
      if (t instanceof SQLException sql && sql.getSQLState() != null) {
        return PASSING.stream().anyMatch(sql.getSQLState()::startsWith);
      }
      if (t instanceof SQLException sql && String.valueOf(sql.getMessage()).contains("timeout")) {
        return true;
      }
    }
    return false;
  }

  /** What failed at the bottom, without its message, which may quote data. */
  static String nameOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName();
  }
}
