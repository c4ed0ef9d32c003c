package microstorm.messaging.settings;

import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.types.Password;
import org.eclipse.microprofile.config.Config;

/**
 * Passes the passwords of key and trust stores to Kafka's clients unchanged: from plain strings,
 * Kafka removes the blanks at both ends.
 */
@ApplicationScoped
public class KafkaPasswords implements ClientCustomizer<Map<String, Object>> {

  @Override
  public Map<String, Object> customize(
      String channel, Config channelConfig, Map<String, Object> settings) {
    return literal(settings);
  }

  /** The same settings, with passwords as {@link Password}. */
  public static Map<String, Object> literal(Map<String, Object> settings) {
    Map<String, Object> literal = new HashMap<>(settings);
    literal.replaceAll(
        (name, value) ->
            name.endsWith(".password") && value instanceof String password
                ? new Password(password)
                : value);
    return literal;
  }
}
