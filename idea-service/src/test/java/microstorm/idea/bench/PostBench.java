package microstorm.idea.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * P1 and P2: durable posts over 32 connections compared with the rate of the database alone,
 * measured alternately; then their latency in an open loop at half that rate.
 */
final class PostBench {

  private static final int CLIENTS = 32;
  private static final int ROUNDS = Integer.getInteger("post.rounds", 3);
  private static final double SECONDS = Integer.getInteger("post.seconds", 6);

  /** Enough posts for the JIT compilers to finish, on a busy machine too. */
  private static final int WARM_UP_POSTS = Integer.getInteger("post.warmup", 100_000);

  private static final double BAR_RELAY_ON = 0.60;
  private static final double BAR_RELAY_PAUSED = 0.90;
  private static final double BAR_P50 = 4;
  private static final double BAR_P99_MILLIS = 50;

  private final BenchSystem system;
  private final Floor floor;
  private final AtomicLong refused = new AtomicLong();

  PostBench(BenchSystem system) throws SQLException {
    this.system = system;
    this.floor = new Floor(system, BenchBoards.create(system, 0));
  }

  void run() throws Exception {
    System.out.printf(
        "%d connections, %d boards, %d rounds of %.0f s after %,d posts to warm up; floor by %s%n",
        CLIENTS,
        BenchBoards.COUNT,
        ROUNDS,
        SECONDS,
        WARM_UP_POSTS,
        Floor.hasPgbench() ? "pgbench" : "a loop over JDBC");
    warmUp();
    double half = throughput("relay on", 0, false, BAR_RELAY_ON) / 2;
    throughput("relay on", 2_000, false, BAR_RELAY_ON);
    throughput("relay paused", 0, true, BAR_RELAY_PAUSED);
    throughput("relay paused", 2_000, true, BAR_RELAY_PAUSED);
    latency(half);
    if (refused.get() > 0) {
      throw new IllegalStateException(refused.get() + " refused or failed");
    }
  }

  private void warmUp() throws Exception {
    BenchBoards boards = BenchBoards.create(system, 0);
    for (double posts = 0; posts < WARM_UP_POSTS; ) {
      posts += SECONDS * Load.closed(CLIENTS, SECONDS, number -> poster(boards, number));
    }
    system.awaitDrained();
  }

  /** The median rate of posts. Every round uses new boards of the same size. */
  private double throughput(String what, int ideas, boolean paused, double bar) throws Exception {
    List<Double> floors = new ArrayList<>();
    List<Double> rates = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      floors.add(floor());
      BenchBoards boards = BenchBoards.create(system, ideas);
      system.checkpoint();
      long before = system.count("select count(*) from idea");
      Connection pause = paused ? system.pauseRelay() : null;
      double rate = Load.closed(CLIENTS, SECONDS, number -> poster(boards, number));
      verify(before, rate);
      rates.add(rate);
      clear(pause);
    }
    double ratio = median(rates) / median(floors);
    System.out.printf(
        "P1 %s, boards of %,d ideas: %,.0f posts/s, floor %,.0f/s, ratio %.0f %%, bar %.0f %%: %s%n",
        what, ideas, median(rates), median(floors), 100 * ratio, 100 * bar, rating(ratio >= bar));
    return median(rates);
  }

  private double floor() throws Exception {
    system.checkpoint();
    try (Connection paused = system.pauseRelay()) {
      double rate = floor.rate(CLIENTS, SECONDS);
      clear(paused);
      return rate;
    }
  }

  /** Checks that every acknowledged post is stored. */
  private void verify(long before, double rate) throws SQLException {
    long written = system.count("select count(*) from idea") - before;
    long acknowledged = Math.round(rate * SECONDS);
    if (written != acknowledged) {
      throw new IllegalStateException(acknowledged + " acknowledged, " + written + " stored");
    }
  }

  private void clear(Connection pause) throws SQLException {
    if (pause == null) {
      system.awaitDrained();
    } else {
      system.execute("truncate outbox");
      pause.close();
    }
  }

  private void latency(double rate) throws Exception {
    double alone;
    try (Connection paused = system.pauseRelay()) {
      floor.alone(1);
      alone = millis(floor.alone(SECONDS), 0.50);
      clear(paused);
    }
    BenchBoards boards = BenchBoards.create(system, 0);
    long[] latencies = Load.open(CLIENTS, 2 * SECONDS, rate, number -> poster(boards, number));
    double p50 = millis(latencies, 0.50);
    double p99 = millis(latencies, 0.99);
    System.out.printf(
        "P2 at %,.0f posts/s: p50 %.2f ms, a single client's insert %.2f ms, ratio %.1f, bar %.0f: %s;"
            + " p99 %.1f ms, bar %.0f ms: %s%n",
        rate,
        p50,
        alone,
        p50 / alone,
        BAR_P50,
        rating(p50 <= BAR_P50 * alone),
        p99,
        BAR_P99_MILLIS,
        rating(p99 <= BAR_P99_MILLIS));
  }

  private Load.Client poster(BenchBoards boards, int number) throws IOException {
    Poster poster = new Poster(system.port(), boards, number);
    return new Load.Client() {
      @Override
      public void once() throws IOException {
        if (poster.post() != 201) {
          refused.incrementAndGet();
        }
      }

      @Override
      public void close() throws IOException {
        poster.close();
      }
    };
  }

  private static double millis(long[] sorted, double quantile) {
    return sorted[(int) (sorted.length * quantile)] / 1e6;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static String rating(boolean met) {
    return met ? "met" : "MISSED";
  }
}
