package microstorm.messaging.settings;

import java.util.Map;
import java.util.TreeMap;

/**
 * Builds the JAAS line in which Kafka's clients expect name and password, with the quoting that
 * Kafka needs.
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
   * The line for a SASL mechanism.
   *
   * @throws IllegalArgumentException if the mechanism does not use a name and a password
   */
  static String of(String mechanism, String username, String password) {
    String module = mechanism == null ? null : MODULES.get(mechanism);
    if (module == null) {
      throw new IllegalArgumentException(
          "kafka.sasl.mechanism is %s; it must be one of %s for microstorm.messaging.kafka-login."
              .formatted(mechanism, MODULES.keySet()));
    }
    return "%s%s required username=%s password=%s;"
        .formatted(PACKAGE, module, quoted(username), quoted(password));
  }

  /** Kafka reads the line with a StreamTokenizer, which supports these escapes within quotes. */
  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")
        + '"';
  }
}
