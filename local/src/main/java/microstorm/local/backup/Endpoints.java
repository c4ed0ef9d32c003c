package microstorm.local.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import microstorm.embedded.postgres.PostgresServer;
import microstorm.local.setup.DataDirectory;
import microstorm.local.setup.Microservice;
import microstorm.local.setup.RunState;
import microstorm.local.setup.StartException;
import org.postgresql.Driver;

/**
 * The addresses of the running servers.
 *
 * @param databases the database of each service
 * @param kafka the address of the broker, as {@code host:port}
 */
public record Endpoints(Map<Microservice, PostgresServer.Database> databases, String kafka) {

  public Endpoints {
    databases = new EnumMap<>(databases);
  }

  /**
   * The servers of a running system.
   *
   * @throws StartException if one of them does not run
   */
  public static Endpoints of(Path data, RunState running) {
    Map<Microservice, PostgresServer.Database> databases = new EnumMap<>(Microservice.class);
    String postgres = "jdbc:postgresql://127.0.0.1:" + port(running, "postgres") + "/";
    for (Microservice service : Microservice.values()) {
      databases.put(
          service,
          new PostgresServer.Database(
              postgres + service.database(),
              service.role(),
              DataDirectory.readSecret(data, "passwords/" + service.role())));
    }
    return new Endpoints(databases, "127.0.0.1:" + port(running, "kafka"));
  }

  private static int port(RunState running, String name) {
    return running.children().stream()
        .filter(child -> child.name().equals(name) && child.process().isPresent())
        .mapToInt(RunState.Child::port)
        .findFirst()
        .orElseThrow(
            () -> new StartException("The " + name + " server is not running. Try again later."));
  }

  Connection connect(Microservice service) throws SQLException {
    return connect(databases.get(service));
  }

  static Connection connect(PostgresServer.Database database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", database.username());
    properties.setProperty("password", database.password());
    properties.setProperty("ApplicationName", "microstorm backup");
    return new Driver().connect(database.jdbcUrl(), properties);
  }
}
