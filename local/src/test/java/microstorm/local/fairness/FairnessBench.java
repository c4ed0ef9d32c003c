package microstorm.local.fairness;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import microstorm.embedded.Directories;
import microstorm.local.LocalOptions;
import microstorm.local.LocalSystem;

/**
 * Measures how much longer a team waits for responses during an attack by another team: the 99th
 * percentile before and during each attack, with everything on one machine. The bar is twice the
 * time.
 */
final class FairnessBench {

  private static final int SECONDS = Integer.getInteger("seconds", 10);
  private static final int WARM_UP = Integer.getInteger("warmup", 10);
  private static final int LARGE = Integer.getInteger("ideas", 1_000);
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
    BenchTeam victim = new BenchTeam(base).withIdeas(SMALL, LENGTH);
    BenchTeam loud = new BenchTeam(base).withIdeas(LARGE, LENGTH);
    for (IntSupplier request : requests(victim)) {
      Latencies.of(request, WARM_UP);
    }
    System.out.printf(
        "%-14s %10s %10s %10s %10s %7s  %s%n",
        "attack", "p50 ms", "p99 ms", "attacked", "p99 ms", "ratio", "victim's refusals; attack");
    measure("imports", victim::importLog, attack -> attack.slowBody(loud).flood(loud::importLog));
    measure("exports", victim::exportLog, attack -> attack.flood(loud::exportLog));
    measure("board reads", victim::readBoard, attack -> attack.flood(loud::readBoard));
    measure(
        "unread boards", victim::readBoard, attack -> attack.readNothing(loud, loud.boardPath()));
    measure(
        "streams", victim::watch, attack -> attack.readNothing(loud, loud.boardPath() + "/stream"));
    measure("posts", victim::post, attack -> attack.flood(loud::post));
  }

  private static IntSupplier[] requests(BenchTeam team) {
    return new IntSupplier[] {
      team::importLog, team::exportLog, team::readBoard, team::watch, team::post
    };
  }

  private static void measure(String name, IntSupplier request, Consumer<Attack> begin)
      throws Exception {
    Latencies before = Latencies.of(request, SECONDS);
    try (Attack attack = new Attack()) {
      begin.accept(attack);
      TimeUnit.SECONDS.sleep(2);
      Latencies during = Latencies.of(request, SECONDS);
      System.out.printf(
          Locale.ROOT,
          "%-14s %10.1f %10.1f %10.1f %10.1f %7.1f  %d; %s%n",
          name,
          before.millis(0.5),
          before.millis(0.99),
          during.millis(0.5),
          during.millis(0.99),
          during.millis(0.99) / before.millis(0.99),
          before.refused() + during.refused(),
          attack.summary());
    }
  }
}
