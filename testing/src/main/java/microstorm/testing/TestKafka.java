package microstorm.testing;

/** The shared Kafka: its address, further topics, and the faults a test can make. */
public final class TestKafka {
  TestKafka() {}

  /** The address for clients; it stays over restarts. */
  public String bootstrapServers() {
    return SharedServers.ask("kafka", "address", "");
  }

  /** Creates a topic of one partition unless it exists. */
  public void topic(String name) {
    SharedServers.ask("kafka", "topic", name);
  }

  /** Stops it in good order; its address and data stay. */
  public void stop() {
    SharedServers.ask("kafka", "stop", "");
  }

  /** SIGKILL. */
  public void kill() {
    SharedServers.ask("kafka", "kill", "");
  }

  /** Freezes it: connections stay open and nothing answers. */
  public void pause() {
    SharedServers.ask("kafka", "pause", "");
  }

  /** Lets it go on after {@link #pause()}. */
  public void resume() {
    SharedServers.ask("kafka", "resume", "");
  }

  /** Starts it again, on the same address and data, and waits until it answers. */
  public void start() {
    SharedServers.ask("kafka", "start", "");
  }

  /** Whether it runs (it may be paused). */
  public boolean alive() {
    return Boolean.parseBoolean(SharedServers.ask("kafka", "alive", ""));
  }
}
