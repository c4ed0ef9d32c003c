package microstorm.testing;

/** The shared Postgres: further databases, and the faults that a test can cause. */
public final class TestPostgres {
  TestPostgres() {}

  /** Creates a database with an owner of its own, or gives access to it if it exists. */
  public TestDatabase database(String name) {
    return access("database", name);
  }

  /** The superuser's access to a database, for what its owner may not do. */
  public TestDatabase superuser(String database) {
    return access("superuser", database);
  }

  private static TestDatabase access(String request, String database) {
    String[] access = SharedServers.ask("postgres", request, database).split("\n");
    return new TestDatabase(access[0], access[1], access[2]);
  }

  /** Stops it cleanly; its address and data stay. */
  public void stop() {
    SharedServers.ask("postgres", "stop", "");
  }

  /** Kills it with SIGKILL. */
  public void kill() {
    SharedServers.ask("postgres", "kill", "");
  }

  /** Starts it again with the same address and data, and waits until it responds. */
  public void start() {
    SharedServers.ask("postgres", "start", "");
  }

  /** Whether it is running. */
  public boolean alive() {
    return Boolean.parseBoolean(SharedServers.ask("postgres", "alive", ""));
  }
}
