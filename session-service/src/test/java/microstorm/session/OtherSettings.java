package microstorm.session;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/**
 * The settings of tests that do not use the defaults, all in one profile: each profile starts
 * another application.
 */
public final class OtherSettings implements QuarkusTestProfile {

  /** The maximum of people in a session, low enough for a test to reach it. */
  public static final int PARTICIPANTS = 7;

  /** The maximum of seats that one join code gives. */
  public static final int SEATS = 12;

  /** The maximum number of seats of a session, with all its codes. */
  public static final int SEATS_IN_TOTAL = 30;

  /** The maximum of new teams of an address in an hour, more than the tests create together. */
  public static final int NEW_TEAMS = 150;

  /** The maximum of sessions of a team. */
  public static final int SESSIONS = 20;

  /** The maximum of keys of a team. */
  public static final int KEYS = 3;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.ofEntries(
        Map.entry("microstorm.sessions.max-participants", Integer.toString(PARTICIPANTS)),
        Map.entry("microstorm.sessions.max-seats", Integer.toString(SEATS)),
        Map.entry("microstorm.sessions.max-seats-in-total", Integer.toString(SEATS_IN_TOTAL)),
        Map.entry("microstorm.teams.new-per-hour", Integer.toString(NEW_TEAMS)),
        Map.entry("microstorm.sessions.max-per-team", Integer.toString(SESSIONS)),
        Map.entry("microstorm.teams.max-keys", Integer.toString(KEYS)),
        // the test is a trusted gateway
        Map.entry("quarkus.http.proxy.proxy-address-forwarding", "true"),
        Map.entry("quarkus.http.proxy.trusted-proxies", "127.0.0.1"),
        // the test polls the timers itself
        Map.entry("microstorm.sessions.timer-poll", "1h"),
        // tests request documents and lists and do not read them, or read them slowly
        Map.entry("microstorm.workloads.documents.stalled", "3s"),
        Map.entry("microstorm.workloads.documents.patience", "100ms"),
        Map.entry("microstorm.workloads.requests.stalled", "3s"),
        Map.entry("microstorm.workloads.requests.slowest", "9s"),
        Map.entry("microstorm.workloads.requests.patience", "1s"));
  }

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(SmallSendBuffers.class);
  }
}
