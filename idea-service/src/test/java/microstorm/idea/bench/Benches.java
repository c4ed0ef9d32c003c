package microstorm.idea.bench;

import java.util.List;

/** Runs benchmarks, one after the other on one system: {@code post}, {@code stream}, or both. */
final class Benches {

  private Benches() {}

  /**
   * @param names the benchmarks, separated by commas
   */
  public static void main(String[] names) throws Exception {
    try (BenchSystem system = new BenchSystem()) {
      for (String name : List.of(names[0].split(","))) {
        switch (name) {
          case "post" -> new PostBench(system).run();
          case "stream" -> new StreamBench(system).run();
          default -> throw new IllegalArgumentException("There is no benchmark " + name + ".");
        }
      }
    }
    System.exit(0);
  }
}
