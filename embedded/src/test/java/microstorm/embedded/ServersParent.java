package microstorm.embedded;

import java.nio.file.Path;
import java.util.List;
import microstorm.embedded.kafka.KafkaServer;
import microstorm.embedded.postgres.PostgresServer;

/**
 * The parent that {@link ParentDeathTest} kills: it starts both servers, prints their pids and
 * waits.
 */
final class ServersParent {
  private ServersParent() {}

  public static void main(String[] args) throws InterruptedException {
    Path directory = Path.of(args[0]);
    PostgresServer postgres =
        new PostgresServer(
                new PostgresServer.Options(
                    Path.of(args[1]),
                    directory.resolve("postgres"),
                    directory.resolve("postgres.log"),
                    0,
                    false,
                    20))
            .start();
    KafkaServer kafka =
        new KafkaServer(
                new KafkaServer.Options(
                    directory.resolve("kafka"), directory.resolve("kafka.log"), List.of(), 0, 0))
            .start();
    System.out.println(postgres.pid() + " " + kafka.pid());
    Thread.currentThread().join();
  }
}
