package microstorm.report.link.check;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;
import microstorm.report.outbound.TestHostNames;

/** The settings of tests of the check: it is on, and may reach servers on this machine. */
public final class LinkCheckSettings implements QuarkusTestProfile {

  static final int TARGETS = 8;
  static final int RUNNING = 6;
  static final int RUNNING_PER_TEAM = 4;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "microstorm.links.check.enabled", "true",
        "microstorm.links.check.max-targets", Integer.toString(TARGETS),
        "microstorm.links.check.running", Integer.toString(RUNNING),
        "microstorm.links.check.running-per-team", Integer.toString(RUNNING_PER_TEAM),
        "microstorm.links.check.host-interval", "1ms",
        "microstorm.links.check.timeout", "3s",
        // the tests claim addresses themselves
        "microstorm.links.check.poll", "24h",
        "microstorm.outbound.allowed-networks", "127.0.0.1/32");
  }

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(TestHostNames.class);
  }
}
