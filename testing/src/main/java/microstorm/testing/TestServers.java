package microstorm.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a Quarkus test a real Postgres database and a real Kafka. Both are started once for each
 * JVM, shared by all test classes and restarts of the application, and deleted when the JVM ends.
 *
 * <pre>{@code
 * @QuarkusTestResource(
 *     value = TestServers.class,
 *     initArgs = @ResourceArg(name = "database", value = "sessions"))
 * }</pre>
 *
 * <p>The argument {@code database} (default {@code test}) names the database, kept from one test
 * class to the next. Data of other tests may be there: a test looks only at its own.
 */
public class TestServers implements QuarkusTestResourceLifecycleManager {
  private String database = "test";

  @Override
  public void init(Map<String, String> arguments) {
    database = arguments.getOrDefault("database", database);
  }

  @Override
  public Map<String, String> start() {
    TestDatabase access = postgres().database(database);
    return Map.of(
        "quarkus.datasource.jdbc.url", access.jdbcUrl(),
        "quarkus.datasource.username", access.username(),
        "quarkus.datasource.password", access.password(),
        "kafka.bootstrap.servers", kafka().bootstrapServers());
  }

  /** The servers run as long as the JVM. */
  @Override
  public void stop() {}

  /** The Postgres of this JVM, started if it is not. */
  public static TestPostgres postgres() {
    return new TestPostgres();
  }

  /** The Kafka of this JVM, started if it is not. */
  public static TestKafka kafka() {
    return new TestKafka();
  }
}
