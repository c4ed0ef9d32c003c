package microstorm.report.webhook;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/**
 * Permits receivers on this machine, and lets tests move the clock. The jobs run only when a test
 * runs them.
 */
public class WebhookSettings implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.scheduler.enabled", "false",
        "microstorm.outbound.allowed-networks", "127.0.0.0/8",
        "microstorm.webhooks.allow-http", "true",
        "microstorm.webhooks.public-url", "https://board.example.com",
        "microstorm.webhooks.max-per-team", "3",
        "microstorm.webhooks.deliveries-kept", "10",
        // enough time for a busy machine
        "microstorm.webhooks.timeout", "60s");
  }

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(MovableClock.class);
  }
}
