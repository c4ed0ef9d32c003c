package microstorm.embedded.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import microstorm.embedded.EmbeddedServerException;
import org.postgresql.Driver;

/** Creates databases and the roles that own them, as the superuser. */
final class PostgresAdmin {
  private PostgresAdmin() {}

  static void createDatabase(
      PostgresServer.Database superuser, String name, String role, String password) {
    requireName(name);
    requireName(role);
    try (Connection connection = connect(superuser);
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "select from pg_roles where rolname = ?", role)) {
        statement.execute("create role " + role + " login");
      }
      statement.execute("alter role " + role + " password '" + password.replace("'", "''") + "'");
      if (!exists(connection, "select from pg_database where datname = ?", name)) {
        statement.execute("create database " + name + " owner " + role);
      }
      statement.execute("revoke all on database " + name + " from public");
    } catch (SQLException e) {
      throw new EmbeddedServerException("Postgres could not create the database " + name + ".", e);
    }
  }

  private static Connection connect(PostgresServer.Database database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", database.username());
    properties.setProperty("password", database.password());
    return new Driver().connect(database.jdbcUrl(), properties);
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private static void requireName(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException("This name is not valid for a database or role: " + name);
    }
  }
}
