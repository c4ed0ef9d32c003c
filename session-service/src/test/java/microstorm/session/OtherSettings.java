package microstorm.session;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * What some tests set otherwise than the service does by default, all in one profile: each profile
 * costs the start of another application.
 */
public final class OtherSettings implements QuarkusTestProfile {

  /** How many people a session takes: so few that a test can fill it. */
  public static final int PARTICIPANTS = 7;

  /** How many seats a session gives in its life. */
  public static final int SEATS = 12;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "microstorm.sessions.max-participants",
        Integer.toString(PARTICIPANTS),
        "microstorm.sessions.max-seats",
        Integer.toString(SEATS),
        // the test is a gateway that is trusted
        "quarkus.http.proxy.proxy-address-forwarding",
        "true",
        "quarkus.http.proxy.trusted-proxies",
        "127.0.0.1",
        // the application leaves the timers to the test
        "microstorm.sessions.timer-poll",
        "1h");
  }
}
