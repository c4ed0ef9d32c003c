package microstorm.messaging.settings;

import io.quarkus.kafka.client.runtime.KafkaRuntimeConfigProducer;
import io.quarkus.runtime.ApplicationConfig;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import microstorm.messaging.MessagingConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.eclipse.microprofile.config.Config;

/**
 * Provides the connection settings of every Kafka client: {@code kafka.*}, and the login if there
 * is one.
 */
@ApplicationScoped
public class KafkaConnection {

  private final KafkaRuntimeConfigProducer settings;
  private final MessagingConfig config;

  KafkaConnection(KafkaRuntimeConfigProducer settings, MessagingConfig config) {
    this.settings = settings;
    this.config = config;
  }

  /** Replaces Quarkus's own map of the same name. */
  @Produces
  @Singleton
  @Identifier("default-kafka-broker")
  Map<String, Object> connection(Config all, ApplicationConfig application) {
    return withLogin(settings.createKafkaRuntimeConfig(all, application), config.kafkaLogin());
  }

  /** Adds the login, unless a {@code sasl.jaas.config} is configured. */
  static Map<String, Object> withLogin(
      Map<String, Object> connection, MessagingConfig.KafkaLogin login) {
    Map<String, Object> complete = new HashMap<>(connection);
    login
        .username()
        .ifPresent(
            username ->
                complete.computeIfAbsent(
                    SaslConfigs.SASL_JAAS_CONFIG,
                    key ->
                        JaasLine.of(
                            (String) connection.get(SaslConfigs.SASL_MECHANISM),
                            username,
                            login.password().orElse(""))));
    return complete;
  }
}
