package microstorm.report.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import microstorm.report.platform.check.AutoscalingCheck;
import microstorm.report.platform.check.DatabaseLocation;
import microstorm.report.platform.check.FaultTolerance;
import microstorm.report.platform.check.Finding;
import microstorm.report.platform.check.Installation;
import microstorm.report.platform.check.NetworkChecks;
import microstorm.report.platform.check.ResourceUse;
import microstorm.report.platform.check.Rollout;
import microstorm.report.platform.cluster.Cluster;
import microstorm.report.platform.cluster.ClusterWatch;

/** Creates the platform report. */
@ApplicationScoped
class PlatformReports {

  private final EnvironmentDetector detector;
  private final ClusterWatch watch;
  private final DatabaseLocation database;
  private final Clock clock;
  private final Map<Point, Function<Cluster, Finding>> checks;

  PlatformReports(
      EnvironmentDetector detector, ClusterWatch watch, DatabaseLocation database, Clock clock) {
    this.detector = detector;
    this.watch = watch;
    this.database = database;
    this.clock = clock;
    this.checks =
        Map.of(
            Point.ONE_COMMAND, Installation::oneCommand,
            Point.LIFECYCLE, Installation::lifecycle,
            Point.SCALE_PARAMETER, Installation::scaleParameter,
            Point.FAULT_TOLERANT, FaultTolerance::of,
            Point.SCALE_ON_DEMAND, AutoscalingCheck::of,
            Point.RESOURCES, ResourceUse::of,
            Point.DISCOVERY, NetworkChecks::discovery,
            Point.EXTERNAL_ACCESS, NetworkChecks::outside,
            Point.ROLLING_UPDATE, Rollout::of,
            Point.REMOTE_DATABASE, database::look);
  }

  /** The public report, without evidence. */
  PlatformReport report() {
    Environment environment = detector.environment();
    return new PlatformReport(environment, now(), findings(environment, PlatformFinding::of));
  }

  /** The report for the operator, with evidence. */
  PlatformDetails details() {
    Environment environment = detector.environment();
    return new PlatformDetails(
        environment, now(), findings(environment, PlatformDetails.DetailedFinding::of));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private <T> List<T> findings(Environment environment, BiFunction<Point, Finding, T> describe) {
    Function<Point, Finding> find =
        environment == Environment.KUBERNETES
            ? inCluster(watch.look())
            : withoutCluster(environment);
    return Arrays.stream(Point.values())
        .map(point -> describe.apply(point, find.apply(point)))
        .toList();
  }

  private Function<Point, Finding> inCluster(Cluster cluster) {
    return point -> checks.get(point).apply(cluster);
  }

  private Function<Point, Finding> withoutCluster(Environment environment) {
    return point -> point == Point.REMOTE_DATABASE ? database.look() : point.in(environment);
  }
}
