package microstorm.embedded.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** The main class of the broker's JVM: formats the storage the first time, then runs the broker. */
public final class KafkaMain {
  private KafkaMain() {}

  /**
   * Runs the broker until the JVM is stopped.
   *
   * @param args the properties file, the log directory, and the cluster id for a new storage
   */
  public static void main(String[] args) {
    if (!Files.exists(Path.of(args[1], "meta.properties"))) {
      String[] format = {"format", "-t", args[2], "-c", args[0], "--ignore-formatted"};
      if (StorageTool.execute(format, System.out) != 0) {
        throw new IllegalStateException("Kafka could not format its storage.");
      }
    }
    Kafka.main(new String[] {args[0]});
  }
}
