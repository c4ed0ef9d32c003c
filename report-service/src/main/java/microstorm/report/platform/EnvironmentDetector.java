package microstorm.report.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Detects where this service runs, and stops the start if the configuration of the platform report
 * is invalid.
 */
@ApplicationScoped
class EnvironmentDetector {

  private static final Duration LONGEST = Duration.ofHours(1);

  private final PlatformConfig config;
  private final Optional<String> apiServer;

  EnvironmentDetector(
      PlatformConfig config,
      @ConfigProperty(name = "KUBERNETES_SERVICE_HOST") Optional<String> apiServer) {
    this.config = config;
    this.apiServer = apiServer;
  }

  void check(@Observes StartupEvent event) {
    environment();
    positive(config.patience(), "patience");
    positive(config.askAgainAfter(), "ask-again-after");
  }

  /**
   * The environment that this service runs in.
   *
   * @throws IllegalArgumentException if the configuration names an unknown environment
   */
  Environment environment() {
    String named = config.environment();
    if (named.equals("auto")) {
      return apiServer.isPresent() ? Environment.KUBERNETES : Environment.LOCAL;
    }
    return Arrays.stream(Environment.values())
        .filter(environment -> environment.label().equals(named))
        .findFirst()
        .orElseThrow(() -> wrong("environment", named, "auto, kubernetes, compose or local"));
  }

  private static void positive(Duration value, String key) {
    if (value.isNegative() || value.isZero() || value.compareTo(LONGEST) > 0) {
      throw wrong(key, value, "above 0 and at most " + LONGEST);
    }
  }

  private static IllegalArgumentException wrong(String key, Object value, String allowed) {
    return new IllegalArgumentException(
        "microstorm.platform." + key + " is " + value + "; it must be " + allowed + ".");
  }
}
