package microstorm.embedded.kafka;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import microstorm.embedded.EmbeddedServerException;
import microstorm.embedded.postgres.PostgresProcess;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Checks whether the broker is ready, and creates topics. */
final class KafkaAdmin {
  private KafkaAdmin() {}

  /** Waits until the broker responds. Returns false if it has died or does not respond in time. */
  static boolean awaitReady(String servers, Duration patience, BooleanSupplier alive) {
    Instant deadline = Instant.now().plus(patience);
    while (!listens(servers)) {
      if (!alive.getAsBoolean() || Instant.now().isAfter(deadline)) {
        return false;
      }
      PostgresProcess.pause();
    }
    try (Admin admin = admin(servers)) {
      while (alive.getAsBoolean() && Instant.now().isBefore(deadline)) {
        if (answers(admin)) {
          return true;
        }
      }
      return false;
    }
  }

  static void createTopics(String servers, List<KafkaServer.Topic> topics) {
    try (Admin admin = admin(servers)) {
      for (KafkaFuture<Void> created :
          admin
              .createTopics(topics.stream().map(KafkaAdmin::toNewTopic).toList())
              .values()
              .values()) {
        awaitCreated(created);
      }
    }
  }

  private static void awaitCreated(KafkaFuture<Void> created) {
    try {
      created.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new EmbeddedServerException("Kafka could not create a topic.", e.getCause());
      }
    } catch (TimeoutException e) {
      throw new EmbeddedServerException("Kafka did not create the topics in 30 s.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static NewTopic toNewTopic(KafkaServer.Topic topic) {
    String retention = topic.retention().map(Duration::toMillis).orElse(-1L).toString();
    return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.of((short) 1))
        .configs(
            Map.of(
                "retention.ms",
                retention,
                "max.message.bytes",
                Integer.toString(KafkaServer.MAX_MESSAGE_BYTES)));
  }

  private static boolean answers(Admin admin) {
    try {
      return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Admin admin(String servers) {
    return Admin.create(
        Map.of(
            "bootstrap.servers", servers,
            "reconnect.backoff.max.ms", "200",
            "request.timeout.ms", "5000",
            "default.api.timeout.ms", "30000"));
  }

  private static boolean listens(String server) {
    int colon = server.indexOf(':');
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(
              server.substring(0, colon), Integer.parseInt(server.substring(colon + 1))),
          200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
