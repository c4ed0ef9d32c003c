package microstorm.local.fairness;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import microstorm.embedded.Directories;
import microstorm.local.LocalSystem;
import microstorm.local.setup.LocalOptions;

/**
 * Measures how much longer a team waits for responses during an attack by another team: the 99th
 * percentile before and during each attack, with everything on one machine. The bar is twice the
 * time.
 *
 * <p>The attacker's client takes processor time from the system, which a client on another machine
 * would not. So each attack has a control: the same client sends as many requests to a server that
 * does no work, and reads as many bytes. The ratio under this control is the floor.
 */
final class FairnessBench {

  private static final int SECONDS = Integer.getInteger("seconds", 10);
  private static final int WARM_UP = Integer.getInteger("warmup", 10);

  private static final int LARGE = Integer.getInteger("ideas", 500);

  private static final int LENGTH = 2_000;
  private static final int SMALL = 50;

  private FairnessBench() {}

  public static void main(String[] args) throws Exception {
    Path data = Path.of("target", "bench-" + UUID.randomUUID()).toAbsolutePath();
    Path checkout = Path.of("..").toAbsolutePath().normalize();
    try (LocalSystem system = LocalSystem.start(LocalOptions.of(checkout, data))) {
      run(system.baseUrl());
    } finally {
      Directories.delete(data);
    }
    System.exit(0);
  }

  private static void run(URI base) throws Exception {
    BenchTeam victim = new BenchTeam(base).withIdeas(SMALL, LENGTH).withLog(1);
    BenchTeam loud = new BenchTeam(base).withIdeas(LARGE, LENGTH).withLog(20);
    for (ToIntFunction<BenchTeam> request : BenchTeam.REQUESTS) {
      Latencies.of(() -> request.applyAsInt(victim), WARM_UP);
      Latencies.of(() -> request.applyAsInt(loud), 1);
    }
    System.out.printf(
        "%-14s %9s %9s %9s %9s %6s %9s %6s %8s  %s%n",
        "attack",
        "p50 ms",
        "p99 ms",
        "attacked",
        "p99 ms",
        "ratio",
        "control",
        "floor",
        "refused",
        "attack");
    measure("imports", victim, loud, BenchTeam::importLog, flood(BenchTeam::importLog, true));
    measure("exports", victim, loud, BenchTeam::exportLog, flood(BenchTeam::exportLog, false));
    measure("reports", victim, loud, BenchTeam::readReport, flood(BenchTeam::readReport, false));
    measure("board reads", victim, loud, BenchTeam::readBoard, flood(BenchTeam::readBoard, false));
    measure("unread boards", victim, loud, BenchTeam::readBoard, unread(BenchTeam::boardPath));
    measure(
        "streams", victim, loud, BenchTeam::watch, unread(team -> team.boardPath() + "/stream"));
    measure("posts", victim, loud, BenchTeam::post, flood(BenchTeam::post, false));
  }

  private static BiConsumer<Attack, BenchTeam> flood(
      ToIntFunction<BenchTeam> request, boolean slowBody) {
    return (attack, team) -> {
      if (slowBody) {
        attack.slowBody(team);
      }
      attack.flood(() -> request.applyAsInt(team));
    };
  }

  private static BiConsumer<Attack, BenchTeam> unread(Function<BenchTeam, String> path) {
    return (attack, team) -> attack.readNothing(team, path.apply(team));
  }

  private static void measure(
      String name,
      BenchTeam victim,
      BenchTeam loud,
      ToIntFunction<BenchTeam> request,
      BiConsumer<Attack, BenchTeam> begin)
      throws Exception {
    Latencies before = Latencies.of(() -> request.applyAsInt(victim), SECONDS);
    Attack attack = new Attack();
    loud.takeBytesRead();
    Latencies during = during(attack, () -> begin.accept(attack, loud), victim, request);
    long bytes = loud.takeBytesRead() / Math.max(1, attack.requests());
    Latencies control;
    try (StandIn standIn = new StandIn(attack.microsWaited(), bytes)) {
      Attack harmless = new Attack();
      BenchTeam redirected = loud.at(standIn.uri());
      control = during(harmless, () -> begin.accept(harmless, redirected), victim, request);
    }
    System.out.printf(
        Locale.ROOT,
        "%-14s %9.1f %9.1f %9.1f %9.1f %6.1f %9.1f %6.1f %8d  %s%n",
        name,
        before.millis(0.5),
        before.millis(0.99),
        during.millis(0.5),
        during.millis(0.99),
        during.millis(0.99) / before.millis(0.99),
        control.millis(0.99),
        control.millis(0.99) / before.millis(0.99),
        before.refused() + during.refused() + control.refused(),
        attack.summary());
  }

  private static Latencies during(
      Attack attack, Runnable begin, BenchTeam victim, ToIntFunction<BenchTeam> request)
      throws Exception {
    try (attack) {
      begin.run();
      TimeUnit.SECONDS.sleep(2);
      return Latencies.of(() -> request.applyAsInt(victim), SECONDS);
    }
  }
}
