package microstorm.report.platform;

import static microstorm.report.platform.State.NO;
import static microstorm.report.platform.State.PARTLY;
import static microstorm.report.platform.State.YES;

import java.util.Locale;

/**
 * The points of the log's third session, in its words, and what can be said of them where there is
 * no cluster to look at.
 */
enum Point {
  ONE_COMMAND(
      "Compose: one YAML, one command creates and starts everything",
      Finding.of(YES, "docker compose up creates and starts everything."),
      Finding.of(YES, "./microstorm starts everything, without containers.")),
  LIFECYCLE(
      "Compose: start, stop, rebuild; status; logs; one-off command",
      Finding.of(YES, "docker compose start, stop, build, ps, logs and run do that."),
      Finding.of(
          PARTLY,
          "./microstorm starts, stops and tells the status, and logs are files;"
              + " there is nothing to rebuild, and no one-off command.")),
  SCALE_PARAMETER(
      "Compose and Swarm: a scale parameter, same image",
      Finding.of(
          YES,
          "docker compose up --scale idea-service=3 runs more of the same image behind the"
              + " gateway, on this one host."),
      Finding.of(NO, "The launcher runs one process of each service.")),
  FAULT_TOLERANT(
      "Kubernetes: fault-tolerant",
      Finding.of(NO, "Everything runs on this one host: when it is lost, all is away."),
      Finding.of(
          NO,
          "A process that ends is started again, on this one machine: when it is lost, all is away.")),
  SCALE_ON_DEMAND(
      "Kubernetes: can scale, on demand",
      Finding.of(NO, "Replicas are added by hand: nothing watches the load."),
      Finding.of(NO, "There is one process of each service, whatever the load is.")),
  RESOURCES(
      "Kubernetes: use resources optimally",
      Finding.of(
          PARTLY, "Containers can be limited; nothing places them where there is room for them."),
      Finding.of(NO, "All processes share this machine, without requests or limits.")),
  DISCOVERY(
      "Kubernetes: discover each other",
      Finding.of(YES, "Containers find each other by their names in the project's network."),
      Finding.of(NO, "The launcher tells each process where the others are.")),
  EXTERNAL_ACCESS(
      "Kubernetes: accessible from outside",
      Finding.of(
          PARTLY,
          "The gateway publishes one port of this host; names and TLS are a matter for what"
              + " stands before it."),
      Finding.of(NO, "The launcher's proxy is for this machine.")),
  ROLLING_UPDATE(
      "Kubernetes: update and rollback without downtime",
      Finding.of(NO, "A container is stopped before the next one starts: requests fail meanwhile."),
      Finding.of(NO, "An update is a stop and a start.")),
  REMOTE_DATABASE("Remote RDS: reach a database elsewhere", null, null);

  private final String title;
  private final Finding compose;
  private final Finding local;

  Point(String title, Finding compose, Finding local) {
    this.title = title;
    this.compose = compose;
    this.local = local;
  }

  /** The stable name. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String title() {
    return title;
  }

  /** What is so in Compose or locally, whatever happens there; null where it must be looked up. */
  Finding in(Environment environment) {
    return environment == Environment.COMPOSE ? compose : local;
  }
}
