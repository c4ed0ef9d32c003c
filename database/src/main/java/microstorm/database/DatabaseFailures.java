package microstorm.database;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Distinguishes temporary failures of the database from failures of a statement or its data. */
public final class DatabaseFailures {

  /**
   * SQLStates, or the beginning of some (PostgreSQL manual, appendix A), after which the same
   * request may succeed.
   */
  private static final List<String> TEMPORARY =
      List.of(
          "08", // connection
          "25006", // the server is read-only, as a replica is after a failover
          "25P03", // the server ended an idle transaction
          "25P04", // the server ended a long transaction
          "28", // no login: a restored server lacks the role for a while
          "3D000", // no such database: the same
          "40", // deadlock, serialization failure
          "53", // out of connections, memory or disk
          "55000", // the database accepts no connections
          "55P03", // a lock is taken
          "57P", // shutdown, crash, start, idle session
          "58"); // the server's files

  private DatabaseFailures() {}

  /** Whether the same request may succeed later. */
  public static boolean isTemporary(Throwable failure) {
    return temporary(failure).isPresent();
  }

  /**
   * The class and the SQLState of the temporary failure, without its message, which may quote data.
   */
  public static String describe(Throwable failure) {
    Throwable root = temporary(failure).orElse(failure);
    String name = root.getClass().getSimpleName();
    return root instanceof SQLException sql && sql.getSQLState() != null
        ? name + " " + sql.getSQLState()
        : name;
  }

  /**
   * Searches the causes and the suppressed failures: if a commit fails, the transaction manager
   * adds the driver's failure to the suppressed ones.
   */
  private static Optional<Throwable> temporary(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
    while (!open.isEmpty()) {
      Throwable current = open.poll();
      if (isTemporaryItself(current)) {
        return Optional.of(current);
      }
      if (seen.add(current)) {
        Optional.ofNullable(current.getCause()).ifPresent(open::add);
        open.addAll(List.of(current.getSuppressed()));
      }
    }
    return Optional.empty();
  }

  private static boolean isTemporaryItself(Throwable failure) {
    if (failure instanceof SQLException sql) {
      return isTemporaryItself(sql);
    }
    // The transaction timed out: any other rollback has a cause.
    return failure instanceof RollbackException
        && failure.getCause() == null
        && failure.getSuppressed().length == 0;
  }

  private static boolean isTemporaryItself(SQLException failure) {
    String state = failure.getSQLState();
    return failure instanceof SQLTransientException
        || failure instanceof SQLRecoverableException
        || failure instanceof SQLNonTransientConnectionException
        || state == null // from the pool: no connection in time, or the pool is closed
        || TEMPORARY.stream().anyMatch(state::startsWith);
  }
}
