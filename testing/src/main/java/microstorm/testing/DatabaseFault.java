package microstorm.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The ways in which a service can lose its database. The driver reports each in a form of its own.
 */
public enum DatabaseFault {

  /** The server is killed; its data has to be recovered at the next start. */
  KILLED {
    @Override
    void begin(String database) {
      TestServers.postgres().kill();
    }

    @Override
    void end(String database) {
      TestServers.postgres().start();
    }
  },

  /** The server shuts down and ends all sessions. */
  STOPPED {
    @Override
    void begin(String database) {
      TestServers.postgres().stop();
    }

    @Override
    void end(String database) {
      TestServers.postgres().start();
    }
  },

  /** One of the server's processes crashes: it ends all others and recovers by itself. */
  BACKEND_CRASHED {
    @Override
    void begin(String database) {
      String pid = "select pid from pg_stat_activity where datname = '%s' limit 1";
      try (Connection connection = connect();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(pid.formatted(database))) {
        if (row.next()) {
          ProcessHandle.of(row.getLong(1)).ifPresent(ProcessHandle::destroyForcibly);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    void end(String database) {
      Patience.await("recovery").ignoreExceptions().untilAsserted(() -> connect().close());
    }
  },

  /** An operator ends the sessions; new ones are accepted. */
  SESSIONS_ENDED {
    @Override
    void begin(String database) {
      execute(List.of(END_SESSIONS.formatted(database)));
    }

    @Override
    void end(String database) {}
  },

  /** The role has no connection left. */
  NO_CONNECTION_LEFT {
    @Override
    void begin(String database) {
      execute(
          List.of(
              "alter role " + database + "_owner connection limit 0",
              END_SESSIONS.formatted(database)));
    }

    @Override
    void end(String database) {
      execute(List.of("alter role " + database + "_owner connection limit -1"));
    }
  },

  /** The database accepts no connections, as during a restore. */
  CLOSED {
    @Override
    void begin(String database) {
      execute(
          List.of(
              "alter database " + database + " with allow_connections false",
              END_SESSIONS.formatted(database)));
    }

    @Override
    void end(String database) {
      execute(List.of("alter database " + database + " with allow_connections true"));
    }
  },

  /** Connections lead to a read-only server, as after a failover. */
  READ_ONLY {
    @Override
    void begin(String database) {
      execute(
          List.of(
              "alter database " + database + " set default_transaction_read_only = on",
              END_SESSIONS.formatted(database)));
    }

    @Override
    void end(String database) {
      execute(
          List.of(
              "alter database " + database + " reset default_transaction_read_only",
              END_SESSIONS.formatted(database)));
    }
  };

  private static final String END_SESSIONS =
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'";

  abstract void begin(String database);

  abstract void end(String database);

  private static void execute(List<String> statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connect() throws SQLException {
    TestDatabase access = TestServers.postgres().superuser("postgres");
    return DriverManager.getConnection(access.jdbcUrl(), access.username(), access.password());
  }
}
