package microstorm.messaging.settings;

import java.util.Map;
import java.util.TreeMap;

/**
 * The line of JAAS in which Kafka's clients expect name and password, quoted as its reader needs.
 */
final class JaasLine {

  private static final String PACKAGE = "org.apache.kafka.common.security.";
  private static final Map<String, String> MODULES =
      new TreeMap<>(
          Map.of(
              "PLAIN", "plain.PlainLoginModule",
              "SCRAM-SHA-256", "scram.ScramLoginModule",
              "SCRAM-SHA-512", "scram.ScramLoginModule"));

  private JaasLine() {}

  /**
   * The line for a mechanism of SASL.
   *
   * @throws IllegalArgumentException if the mechanism takes no name and password
   */
  static String of(String mechanism, String username, String password) {
    String module = mechanism == null ? null : MODULES.get(mechanism);
    if (module == null) {
      throw new IllegalArgumentException(
          "kafka.sasl.mechanism is %s, it must be one of %s for microstorm.messaging.kafka-login"
              .formatted(mechanism, MODULES.keySet()));
    }
    return "%s%s required username=%s password=%s;"
        .formatted(PACKAGE, module, quoted(username), quoted(password));
  }

  /** Kafka reads the line with a StreamTokenizer, which knows these escapes within quotes. */
  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")
        + '"';
  }
}
