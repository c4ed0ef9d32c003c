package microstorm.testing;

/** The shared Postgres: further databases, and the faults a test can make. */
public final class TestPostgres {
  TestPostgres() {}

  /** Creates a database with an owner of its own, or gives access to it if it exists. */
  public TestDatabase database(String name) {
    String[] access = SharedServers.ask("postgres", "database", name).split("\n");
    return new TestDatabase(access[0], access[1], access[2]);
  }

  /** Stops it in good order; its address and data stay. */
  public void stop() {
    SharedServers.ask("postgres", "stop", "");
  }

  /** SIGKILL. */
  public void kill() {
    SharedServers.ask("postgres", "kill", "");
  }

  /** Starts it again, on the same address and data, and waits until it answers. */
  public void start() {
    SharedServers.ask("postgres", "start", "");
  }

  /** Whether it runs. */
  public boolean alive() {
    return Boolean.parseBoolean(SharedServers.ask("postgres", "alive", ""));
  }
}
