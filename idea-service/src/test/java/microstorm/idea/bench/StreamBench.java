package microstorm.idea.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import microstorm.idea.bench.BenchSystem.Replica;
import microstorm.idea.bench.LiveBoards.Sight;
import microstorm.testing.Patience;

/**
 * P3 and P5: the time from a post to the clients of the board's streams, at the replica that
 * received the post and at another one, with everything on this machine; then many clients, and the
 * memory of one. The floor is one client's insert into the same database.
 */
final class StreamBench {

  private static final double SECONDS = Integer.getInteger("stream.seconds", 20);
  private static final double WARM_UP_SECONDS = Integer.getInteger("stream.warmup", 45);
  private static final int CROWD = Integer.getInteger("stream.crowd", 5_000);
  private static final int CROWD_EACH = 10;
  private static final double BAR_KILOBYTES = 30;

  private final BenchSystem system;
  private double floor;

  StreamBench(BenchSystem system) {
    this.system = system;
  }

  void run() throws Exception {
    long[] alone = new Floor(system, BenchBoards.create(system, 0)).alone(3);
    system.execute("truncate outbox");
    floor = alone[alone.length / 2] / 1e6;
    System.out.printf("floor: a single client's insert, p50 %.2f ms%n", floor);
    crowd();
    Replica other = system.addReplica();
    live("P3 a", other, 10, 10, 50, new double[] {3, 15}, new double[] {12, 60});
    live("P3 b", other, 50, 10, 300, new double[] {10, 100}, new double[] {10, 100});
  }

  /** Half of the clients are at the replica that receives the posts, half at the other. */
  private void live(
      String what, Replica other, int boards, int each, double rate, double[] here, double[] there)
      throws Exception {
    try (LiveBoards live = new LiveBoards(system, boards)) {
      Sight near = live.watch(system.first(), each / 2);
      Sight far = live.watch(other, each - each / 2);
      live.post(system.first(), rate, WARM_UP_SECONDS);
      awaitSeen(near, (int) (rate * WARM_UP_SECONDS) * (each / 2));
      awaitSeen(far, (int) (rate * WARM_UP_SECONDS) * (each - each / 2));
      near.forget();
      far.forget();
      Duration nearBefore = processor(system.first());
      Duration farBefore = processor(other);
      Sight answers = live.post(system.first(), rate, SECONDS);
      int posts = (int) (rate * SECONDS);
      awaitSeen(near, posts * (each / 2));
      awaitSeen(far, posts * (each - each / 2));
      System.out.printf(
          "%s: %d boards x %d clients, %.0f posts/s; answers p50 %.2f ms, p99 %.1f ms;"
              + " refused %d, cut %d%n",
          what,
          boards,
          each,
          rate,
          answers.millis(0.5),
          answers.millis(0.99),
          live.refused(),
          live.cut());
      print("  at the replica that took it", near, here);
      print("  at another", far, there);
      System.out.printf(
          "  a processor's time for a post: %.2f ms at the replica that took it, %.2f at another%n",
          (double) processor(system.first()).minus(nearBefore).toMillis() / posts,
          (double) processor(other).minus(farBefore).toMillis() / posts);
    }
  }

  /**
   * The processor time of a replica so far. It says more than the clock when other processes
   * compute too.
   */
  private static Duration processor(Replica replica) {
    return ProcessHandle.of(replica.process().pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow();
  }

  private void crowd() throws Exception {
    try (LiveBoards warm = new LiveBoards(system, 50)) {
      Sight seen = warm.watch(system.first(), CROWD_EACH);
      warm.post(system.first(), 100, WARM_UP_SECONDS);
      awaitSeen(seen, (int) (100 * WARM_UP_SECONDS) * CROWD_EACH);
    }
    Patience.await("no stream").until(() -> metric("microstorm_streams_open") == 0);
    double before = used();
    try (LiveBoards live = new LiveBoards(system, CROWD / CROWD_EACH)) {
      Sight seen = live.watch(system.first(), CROWD_EACH);
      double kilobytes = (used() - before) / CROWD / 1024;
      double rate = 50;
      live.post(system.first(), rate, SECONDS);
      int expected = (int) (rate * SECONDS) * CROWD_EACH;
      awaitSeen(seen, expected);
      System.out.printf(
          "P5: %,d clients of %,d boards, %.0f posts/s: %,d of %,d seen, refused %d, cut %d;"
              + " %.1f KB a client, bar %.0f: %s%n",
          CROWD,
          CROWD / CROWD_EACH,
          rate,
          seen.count(),
          expected,
          live.refused(),
          live.cut(),
          kilobytes,
          BAR_KILOBYTES,
          rating(kilobytes <= BAR_KILOBYTES));
      print("  of those", seen, new double[] {250, 250});
    }
  }

  private void print(String where, Sight sight, double[] bars) {
    System.out.printf(
        "%s: p50 %.2f ms (%.1f x the floor), bar %.0f: %s; p99 %.1f ms, bar %.0f: %s%n",
        where,
        sight.millis(0.5),
        sight.millis(0.5) / floor,
        bars[0],
        rating(sight.millis(0.5) <= bars[0]),
        sight.millis(0.99),
        bars[1],
        rating(sight.millis(0.99) <= bars[1]));
  }

  private static void awaitSeen(Sight sight, int count) {
    Patience.await("all of it, of which there is " + count).until(() -> sight.count() >= count);
  }

  /** The bytes used in the heap after a collection, and in direct buffers. */
  private double used() throws Exception {
    long pid = system.first().process().pid();
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.run").start().waitFor();
    TimeUnit.SECONDS.sleep(1);
    return metric("jvm_memory_used_bytes{area=\"heap\"")
        + metric("jvm_buffer_memory_used_bytes{id=\"direct\"");
  }

  /** The sum of a metric's values. */
  private double metric(String start) throws IOException, InterruptedException {
    URI metrics = URI.create("http://127.0.0.1:" + system.first().managementPort() + "/q/metrics");
    String all =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
            .body();
    return Arrays.stream(all.split("\n"))
        .filter(line -> line.startsWith(start))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static String rating(boolean met) {
    return met ? "met" : "MISSED";
  }
}
