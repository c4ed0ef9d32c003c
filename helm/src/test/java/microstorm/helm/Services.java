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

/** The three services, as their own settings say what they use of Kafka. */
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
   * The rights that Kafka has to give them, no more: their own events are written; others' are read
   * in a group, and written again when a dead letter is replayed; dead letters are written and
   * read.
   */
  static SortedSet<String> rights() {
    return rights("");
  }

  /** The same for a release with a prefix of its topics and groups. */
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

  /** A name that is made of something random is a prefix up to there. */
  private static String right(String operation, String type, String name) {
    int random = name.indexOf("${");
    return random < 0
        ? "%s %s literal %s".formatted(operation, type, name)
        : "%s %s prefix %s".formatted(operation, type, name.substring(0, random));
  }
}
