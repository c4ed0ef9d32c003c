package microstorm.report.platform;

import static microstorm.report.platform.check.State.NO;
import static microstorm.report.platform.check.State.PARTLY;
import static microstorm.report.platform.check.State.YES;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import microstorm.report.platform.check.Finding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The points of the log's third session, with their findings for Compose and for the launcher,
 * where there is no cluster to check.
 */
@Schema(
    name = "PlatformPoint",
    description =
        "The stable name of a point. The points are those of the sample log's comparison.")
public enum Point {
  ONE_COMMAND(
      "Compose: one YAML, one command creates and starts everything",
      Finding.of(YES, "docker compose up creates and starts everything."),
      Finding.of(YES, "./microstorm starts everything, without containers.")),
  LIFECYCLE(
      "Compose: start, stop, rebuild; status; logs; one-off command",
      Finding.of(YES, "docker compose start, stop, build, ps, logs and run do that."),
      Finding.of(
          PARTLY,
          "./microstorm starts and stops everything and shows the status, and logs are files;"
              + " there is nothing to rebuild, and there are no one-off commands.")),
  SCALE_PARAMETER(
      "Compose and Swarm: a scale parameter, same image",
      Finding.of(
          YES,
          "docker compose up --scale idea-service=3 runs more of the same image behind the"
              + " gateway, on this one host."),
      Finding.of(NO, "The launcher runs one process of each service.")),
  FAULT_TOLERANT(
      "Kubernetes: fault-tolerant",
      Finding.of(NO, "Everything runs on this one host: if it fails, everything is unavailable."),
      Finding.of(
          NO,
          "A process that ends is started again, but on the same machine: if it fails, everything"
              + " is unavailable.")),
  SCALE_ON_DEMAND(
      "Kubernetes: can scale, on demand",
      Finding.of(NO, "Replicas are added by hand: nothing watches the load."),
      Finding.of(NO, "Each service has one process, regardless of the load.")),
  RESOURCES(
      "Kubernetes: use resources optimally",
      Finding.of(
          PARTLY, "Containers can have limits, but nothing chooses a host with enough resources."),
      Finding.of(NO, "All processes share this machine, without requests or limits.")),
  DISCOVERY(
      "Kubernetes: discover each other",
      Finding.of(YES, "Containers find each other by their names in the project's network."),
      Finding.of(NO, "The launcher configures each process with the addresses of the others.")),
  EXTERNAL_ACCESS(
      "Kubernetes: accessible from outside",
      Finding.of(
          PARTLY,
          "The gateway publishes one port of this host; host names and TLS need another proxy in"
              + " front of it."),
      Finding.of(NO, "The launcher's proxy is meant for this machine only.")),
  ROLLING_UPDATE(
      "Kubernetes: update and rollback without downtime",
      Finding.of(NO, "A container stops before the next one starts: requests fail meanwhile."),
      Finding.of(NO, "An update stops everything and starts it again.")),
  REMOTE_DATABASE("Remote RDS: reach a database elsewhere", null, null);

  private final String title;
  private final Finding compose;
  private final Finding local;

  Point(String title, Finding compose, Finding local) {
    this.title = title;
    this.compose = compose;
    this.local = local;
  }

  /** The stable name, in JSON and on the page. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String title() {
    return title;
  }

  /** The finding in Compose or with the launcher; null if it depends on the configuration. */
  Finding in(Environment environment) {
    return environment == Environment.COMPOSE ? compose : local;
  }
}
