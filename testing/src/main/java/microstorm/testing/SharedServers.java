package microstorm.testing;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.embedded.Directories;
import microstorm.embedded.kafka.KafkaServer;
import microstorm.embedded.postgres.PostgresServer;

/**
 * The servers of this JVM. Quarkus loads the test classes again for every application that it
 * starts, with static fields of their own. So all copies of this class call the one copy that the
 * JVM's own class loader has, with strings as parameters, which all class loaders share.
 */
public final class SharedServers {
  /** The programs of Postgres, which all modules share: unpacking them takes seconds. */
  public static final Path POSTGRES =
      Path.of("..", "target", "postgres").toAbsolutePath().normalize();

  private static final Path DIRECTORY = Path.of("target", "test-servers").toAbsolutePath();
  private static final List<String> TOPICS = List.of("session.events", "idea.events", "log.events");
  private static final List<String> DEAD_LETTER_TOPICS =
      List.of(
          "session-service.log.events.dlq",
          "session-service.idea.events.dlq",
          "idea-service.log.events.dlq",
          "idea-service.session.events.dlq",
          "report-service.session.events.dlq",
          "report-service.idea.events.dlq");

  private static PostgresServer postgres;
  private static KafkaServer kafka;
  private static TestRecords records;

  private SharedServers() {}

  static String ask(String server, String request, String argument) {
    try {
      return (String)
          ClassLoader.getSystemClassLoader()
              .loadClass(SharedServers.class.getName())
              .getMethod("answer", String.class, String.class, String.class)
              .invoke(null, server, request, argument);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Executes a request to a server. Called by reflection from the copies of this class. */
  public static synchronized String answer(String server, String request, String argument) {
    Thread thread = Thread.currentThread();
    ClassLoader callers = thread.getContextClassLoader();
    // Kafka's clients load classes through the context class loader, which must be this copy's
    thread.setContextClassLoader(SharedServers.class.getClassLoader());
    try {
      return server.equals("kafka") ? askKafka(request, argument) : askPostgres(request, argument);
    } finally {
      thread.setContextClassLoader(callers);
    }
  }

  private static String askPostgres(String request, String argument) {
    PostgresServer server = postgres();
    switch (request) {
      case "database":
        String role = argument + "_owner";
        PostgresServer.Database access = server.createDatabase(argument, role, "test-" + argument);
        return String.join("\n", access.jdbcUrl(), access.username(), access.password());
      case "superuser":
        PostgresServer.Database root = server.superuser();
        return String.join("\n", server.jdbcUrl(argument), root.username(), root.password());
      case "stop":
        server.stop();
        break;
      case "kill":
        server.kill();
        break;
      case "start":
        server.start();
        break;
      default:
    }
    return Boolean.toString(server.alive());
  }

  private static String askKafka(String request, String argument) {
    KafkaServer server = kafka();
    switch (request) {
      case "address":
        return server.bootstrapServers();
      case "topic":
        server.createTopics(List.of(topic(argument, 1)));
        break;
      case "send":
        records.send(TestRecords.read(argument));
        break;
      case "records":
        String[] topicAndKey = argument.split(" ");
        return TestRecords.write(records.of(topicAndKey[0], topicAndKey[1]));
      case "stop":
        server.stop();
        break;
      case "kill":
        server.kill();
        break;
      case "pause":
        server.pause();
        break;
      case "resume":
        server.resume();
        break;
      case "start":
        server.start();
        break;
      default:
    }
    return Boolean.toString(server.alive());
  }

  private static PostgresServer postgres() {
    if (postgres == null) {
      Path directory = temporary("postgres");
      postgres =
          new PostgresServer(
                  new PostgresServer.Options(
                      POSTGRES, directory, directory.resolve("postgres.log"), 0, false, 200))
              .start();
      PostgresServer started = postgres;
      removeAtExit(started::stop, directory);
    }
    return postgres;
  }

  private static KafkaServer kafka() {
    if (kafka == null) {
      Path directory = temporary("kafka");
      kafka =
          new KafkaServer(
                  new KafkaServer.Options(
                      directory, directory.resolve("kafka.log"), List.of(), 0, 0))
              .start();
      KafkaServer started = kafka;
      removeAtExit(started::kill, directory);
      records = new TestRecords(kafka.bootstrapServers());
      kafka.createTopics(
          Stream.concat(
                  TOPICS.stream().map(name -> topic(name, 12)),
                  DEAD_LETTER_TOPICS.stream().map(name -> topic(name, 1)))
              .toList());
    }
    return kafka;
  }

  private static KafkaServer.Topic topic(String name, int partitions) {
    return new KafkaServer.Topic(name, partitions, Optional.empty());
  }

  private static Path temporary(String server) {
    return DIRECTORY.resolve(server + "-" + UUID.randomUUID());
  }

  private static void removeAtExit(Runnable stop, Path directory) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.run();
                  Directories.delete(directory);
                }));
  }
}
