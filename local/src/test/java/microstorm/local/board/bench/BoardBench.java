package microstorm.local.board.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import microstorm.local.board.Browser;
import microstorm.local.board.Browser.Device;
import microstorm.local.board.Pages;

/**
 * Measures the board in Chromium with many ideas, and the join page on a slow line. The floor of
 * the board, measured in the same run, is the same document without scripts: its first paint, a
 * card that is copied into it, keys in its box, and its memory. The floor of the line is the time
 * of its bytes and of two answers, one after the other.
 */
final class BoardBench {

  private static final int IDEAS = Integer.getInteger("ideas", 1_000);
  private static final int ROUNDS = Integer.getInteger("rounds", 20);
  private static final String TEXT = "One page at most, and nobody reads it aloud. ".repeat(2);
  private static final String BOX = "textarea#n";

  /** A line of 400 kbit/s. */
  private static final int BYTES_PER_SECOND = 50_000;

  private static final int LATENCY_MILLIS = 400;

  private final Browser browser = new Browser();

  public static void main(String[] args) throws InterruptedException {
    new BoardBench().run();
    System.exit(0);
  }

  private void run() throws InterruptedException {
    browser.start();
    try {
      LargeSession session = LargeSession.of(browser, IDEAS);
      System.out.printf("%,d ideas, %d rounds%n", IDEAS, ROUNDS);
      Page page = browser.window(Device.DESK);
      Probe probe = Probe.of(page);
      Pages.join(page, session.link(), "Ana", ".board .idea");
      page.reload();
      double first = probe.firstIdea();
      String copy = probe.copy();
      List<Double> shown =
          IntStream.range(0, ROUNDS).mapToObj(round -> arrival(session, probe, round)).toList();
      List<Double> keys = probe.typing(BOX, TEXT);
      double[] memory = probe.memory();
      page.context().close();

      Page plain = browser.window(Device.DESK);
      Probe floor = Probe.of(plain);
      plain.route("**/floor", route -> fulfill(route, copy));
      plain.navigate("/floor");
      print("first idea painted, ms", List.of(first), List.of(floor.firstPaint()));
      print("from event to paint, ms", shown, cards(floor));
      print("key, ms of the main thread", keys, floor.typing(BOX, TEXT));
      double[] least = floor.memory();
      print("memory of scripts, MB", List.of(memory[0]), List.of(least[0]));
      print("nodes", List.of(memory[1]), List.of(least[1]));
      join(session.link());
    } finally {
      browser.stop();
    }
  }

  private static double arrival(LargeSession session, Probe probe, int round) {
    String words = "Later idea number " + round + ".";
    return probe.fromEventToPaint(
        words, () -> session.people().get(round % session.people().size()).writes(words));
  }

  private static List<Double> cards(Probe floor) {
    return IntStream.range(0, ROUNDS)
        .mapToObj(round -> floor.insertedCard("Copied idea number " + round + "."))
        .toList();
  }

  private static void fulfill(Route route, String document) {
    route.fulfill(
        new Route.FulfillOptions().setContentType("text/html; charset=utf-8").setBody(document));
  }

  /** The join page on a slow line, in a browser that has loaded nothing before. */
  private void join(String link) {
    Page phone = browser.window(Device.PHONE);
    List<Request> loaded = new ArrayList<>();
    phone.onRequestFinished(loaded::add);
    JsonObject line = new JsonObject();
    line.addProperty("offline", false);
    line.addProperty("latency", LATENCY_MILLIS);
    line.addProperty("downloadThroughput", BYTES_PER_SECOND);
    line.addProperty("uploadThroughput", BYTES_PER_SECOND);
    phone.context().newCDPSession(phone).send("Network.emulateNetworkConditions", line);
    long begin = System.nanoTime();
    phone.navigate(link);
    phone.getByLabel("Your name").waitFor();
    double millis = (System.nanoTime() - begin) / 1e6;
    int bytes =
        List.copyOf(loaded).stream().mapToInt(request -> request.sizes().responseBodySize).sum();
    double floor = bytes * 1000.0 / BYTES_PER_SECOND + 2 * LATENCY_MILLIS;
    print(
        "join page on a slow line (%,d bytes), ms".formatted(bytes),
        List.of(millis),
        List.of(floor));
  }

  private static void print(String name, List<Double> values, List<Double> floor) {
    System.out.printf(Locale.ROOT, "%s: %s, floor %s%n", name, summary(values), summary(floor));
  }

  private static String summary(List<Double> values) {
    DoubleSummaryStatistics all = values.stream().mapToDouble(value -> value).summaryStatistics();
    if (all.getCount() == 1) {
      return String.format(Locale.ROOT, "%.1f", all.getMax());
    }
    double median = values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    return String.format(Locale.ROOT, "p50 %.1f, most %.1f", median, all.getMax());
  }
}
