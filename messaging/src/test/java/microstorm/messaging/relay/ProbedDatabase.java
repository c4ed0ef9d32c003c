package microstorm.messaging.relay;

import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import microstorm.messaging.fixture.Databases;

/** Counts the transactions that hold the relay's lock, and can disable the lock. */
final class ProbedDatabase {

  private final AtomicInteger claimed = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final boolean locking;

  ProbedDatabase(boolean locking) {
    this.locking = locking;
  }

  /** The highest number of transactions that held the lock at the same time. */
  int most() {
    return most.get();
  }

  DataSource probe(DataSource database) {
    ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);
    return Databases.intercepted(
        database,
        (connection, method, args, call) -> {
          if ("createStatement".equals(method.getName())) {
            return statement((Statement) call.proceed(), inside);
          }
          if (isEnd(method) && inside.get()) {
            inside.set(false);
            claimed.decrementAndGet();
          }
          return call.proceed();
        });
  }

  private static boolean isEnd(Method method) {
    return "commit".equals(method.getName()) || "rollback".equals(method.getName());
  }

  private Statement statement(Statement real, ThreadLocal<Boolean> inside) {
    return Databases.proxy(
        Statement.class,
        (self, method, args) -> {
          if (!"executeQuery".equals(method.getName())
              || !args[0].toString().contains("advisory")) {
            return Databases.invoke(real, method, args);
          }
          if (claims(real, args[0].toString())) {
            inside.set(true);
            most.accumulateAndGet(claimed.incrementAndGet(), Math::max);
          }
          return locking ? real.executeQuery("select 1, 2, " + inside.get()) : granted(real);
        });
  }

  private boolean claims(Statement real, String sql) throws SQLException {
    if (!locking) {
      return true;
    }
    try (ResultSet row = real.executeQuery(sql)) {
      return row.next() && row.getBoolean(3);
    }
  }

  private static ResultSet granted(Statement real) throws SQLException {
    return real.executeQuery("select 1, 2, true");
  }
}
