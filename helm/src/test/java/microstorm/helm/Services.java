package microstorm.helm;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;

/** The three services and the rights on Kafka that their settings imply. */
final class Services {

  static final List<String> NAMES = List.of("session-service", "idea-service", "report-service");

  private static final String PREFIX = "${microstorm.messaging.topic-prefix:}";

  private Services() {}

  static Properties settings(String service) {
    Path file = Path.of("..", service, "src/main/resources/application.properties");
    Properties settings = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      settings.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings;
  }

  /**
   * The rights that the services need on Kafka, and no others. A service writes its own events,
   * reads the others' events in a group, and writes them again when a dead letter is replayed. It
   * also writes and reads dead letters.
   */
  static SortedSet<String> rights() {
    return rights("");
  }

  /** The same rights for a release whose topics and groups have a prefix. */
  static SortedSet<String> rights(String prefix) {
    SortedSet<String> rights = new TreeSet<>();
    for (String service : NAMES) {
      Properties settings = settings(service);
      settings.replaceAll((key, value) -> value.toString().replace(PREFIX, prefix));
      rights.add(right("Write", "topic", settings.getProperty("microstorm.messaging.topic")));
      for (String key : settings.stringPropertyNames()) {
        if (key.matches("mp\\.messaging\\.incoming\\.[^.]+\\.topic")) {
          rights.addAll(
              rightsOfChannel(settings, key.substring(0, key.length() - "topic".length())));
        }
      }
    }
    return rights;
  }

  private static SortedSet<String> rightsOfChannel(Properties settings, String channel) {
    SortedSet<String> rights = new TreeSet<>();
    String topic = settings.getProperty(channel + "topic");
    rights.add(right("Read", "topic", topic));
    rights.add(right("Read", "group", settings.getProperty(channel + "group.id")));
    String deadLetters = settings.getProperty(channel + "dead-letter-queue.topic");
    if (deadLetters != null) {
      rights.add(right("Read", "topic", deadLetters));
      rights.add(right("Write", "topic", deadLetters));
      rights.add(right("Write", "topic", topic));
    }
    return rights;
  }

  /**
   * A right for one resource. If the name contains a random part, the right is for the prefix
   * before it.
   */
  private static String right(String operation, String type, String name) {
    int random = name.indexOf("${");
    return random < 0
        ? "%s %s literal %s".formatted(operation, type, name)
        : "%s %s prefix %s".formatted(operation, type, name.substring(0, random));
  }
}
