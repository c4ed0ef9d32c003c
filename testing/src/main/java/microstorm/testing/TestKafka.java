package microstorm.testing;

import java.util.List;
import java.util.UUID;

/** The shared Kafka: its address, further topics, and the faults that a test can cause. */
public final class TestKafka {
  TestKafka() {}

  /** The address for clients; it stays the same over restarts. */
  public String bootstrapServers() {
    return SharedServers.ask("kafka", "address", "");
  }

  /** Creates a topic of one partition unless it exists. */
  public void topic(String name) {
    SharedServers.ask("kafka", "topic", name);
  }

  /** Writes records, in one request to each partition, and returns when they are acknowledged. */
  void send(List<TestRecords.Record> records) {
    SharedServers.ask("kafka", "send", TestRecords.write(records));
  }

  /** The records of a topic with this key at the moment, in order. */
  List<TestRecords.Record> records(String topic, UUID key) {
    return TestRecords.read(SharedServers.ask("kafka", "records", topic + " " + key));
  }

  /** Stops it cleanly; its address and data stay. */
  public void stop() {
    SharedServers.ask("kafka", "stop", "");
  }

  /** Kills it with SIGKILL. */
  public void kill() {
    SharedServers.ask("kafka", "kill", "");
  }

  /** Suspends it: connections stay open, but it does not respond. */
  public void pause() {
    SharedServers.ask("kafka", "pause", "");
  }

  /** Resumes it after {@link #pause()}. */
  public void resume() {
    SharedServers.ask("kafka", "resume", "");
  }

  /** Starts it again with the same address and data, and waits until it responds. */
  public void start() {
    SharedServers.ask("kafka", "start", "");
  }

  /** Whether it is running, possibly paused. */
  public boolean alive() {
    return Boolean.parseBoolean(SharedServers.ask("kafka", "alive", ""));
  }
}
