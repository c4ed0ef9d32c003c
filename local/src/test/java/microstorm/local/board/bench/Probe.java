package microstorm.local.board.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** Measures in a page, by its own clock. Times are in milliseconds. */
final class Probe {

  /**
   * Notes when the first idea has been painted, when words arrive on the stream and in the page,
   * and how long the main thread is busy with a key, including the layout.
   */
  private static final String SCRIPT =
      """
      window.probe = {keys: []};
      const painted = done => requestAnimationFrame(() => setTimeout(() => done(performance.now())));
      const seen = () => {
        const {probe} = window;
        if (!probe.first && document.querySelector('.board .idea')) painted(at => probe.first ??= at);
        if (probe.awaited && document.querySelector('.board')?.textContent.includes(probe.awaited)) {
          probe.awaited = undefined;
          painted(at => probe.shown = at);
        }
      };
      new MutationObserver(seen).observe(document, {childList: true, subtree: true});
      const read = ReadableStreamDefaultReader.prototype.read;
      ReadableStreamDefaultReader.prototype.read = async function (...more) {
        const part = await read.apply(this, more);
        if (probe.awaited && part.value && new TextDecoder().decode(part.value).includes(probe.awaited)) probe.arrived ??= performance.now();
        return part;
      };
      let begin;
      addEventListener('keydown', () => begin = performance.now(), true);
      addEventListener('input', () => queueMicrotask(() => queueMicrotask(() => {
        document.body.offsetHeight;
        probe.keys.push(performance.now() - begin);
      })));""";

  private static final String KEYS =
      "() => { const keys = window.probe.keys; window.probe.keys = []; return keys; }";
  private static final String FIRST =
      "performance.getEntriesByType('paint').map(entry => entry.startTime).pop() ?? 0";
  private static final String COPY =
      """
      () => {
        const copy = document.documentElement.cloneNode(true);
        copy.querySelectorAll('script').forEach(script => script.remove());
        return '<!doctype html>' + copy.outerHTML;
      }""";

  private static final String INSERT =
      """
      async text => {
        const list = document.querySelector('.group.loose ol');
        const begin = performance.now();
        const idea = list.lastElementChild.cloneNode(true);
        idea.querySelector('.words').textContent = text;
        list.append(idea);
        await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - begin;
      }""";

  private final Page page;

  private Probe(Page page) {
    this.page = page;
  }

  /** Before the page is loaded. */
  static Probe of(Page page) {
    page.addInitScript(SCRIPT);
    return new Probe(page);
  }

  /** The time from the beginning of the navigation until the first idea is painted. */
  double firstIdea() {
    await("window.probe.first !== undefined");
    return number("window.probe.first");
  }

  /** The time from the beginning of the navigation until the browser has painted content. */
  double firstPaint() {
    await("performance.getEntriesByType('paint').length > 0");
    return number(FIRST);
  }

  /** The time from the event until the words are painted. */
  double fromEventToPaint(String words, Runnable send) {
    page.evaluate(
        "words => Object.assign(window.probe, {awaited: words, arrived: undefined, shown: undefined})",
        words);
    send.run();
    await("window.probe.shown !== undefined");
    return number("window.probe.shown - window.probe.arrived");
  }

  /** The time until a copied card with these words is painted in a page without scripts. */
  double insertedCard(String words) {
    return ((Number) page.evaluate(INSERT, words)).doubleValue();
  }

  /** The times of the main thread for the keys of a text. */
  List<Double> typing(String field, String text) {
    page.locator(field).focus();
    page.evaluate(KEYS);
    page.keyboard().type(text);
    await("window.probe.keys.length >= " + text.length());
    return ((List<?>) page.evaluate(KEYS))
        .stream().map(key -> ((Number) key).doubleValue()).toList();
  }

  /**
   * The reachable memory of the scripts after a collection, in MB, and the nodes of the document.
   */
  double[] memory() {
    CDPSession session = page.context().newCDPSession(page);
    session.send("Performance.enable");
    IntStream.range(0, 3).forEach(i -> session.send("HeapProfiler.collectGarbage"));
    JsonObject metrics = session.send("Performance.getMetrics");
    return new double[] {metric(metrics, "JSHeapUsedSize") / 1e6, metric(metrics, "Nodes")};
  }

  private static double metric(JsonObject metrics, String name) {
    return StreamSupport.stream(metrics.getAsJsonArray("metrics").spliterator(), false)
        .map(metric -> metric.getAsJsonObject())
        .filter(metric -> metric.get("name").getAsString().equals(name))
        .mapToDouble(metric -> metric.get("value").getAsDouble())
        .sum();
  }

  /** The document as it is now, without scripts. */
  String copy() {
    return (String) page.evaluate(COPY);
  }

  /** The page forbids scripts in texts, so it cannot wait for an expression itself. */
  private void await(String condition) {
    Awaitility.await()
        .pollInSameThread()
        .atMost(Duration.ofMinutes(1))
        .until(() -> page.evaluate(condition).equals(true));
  }

  private double number(String expression) {
    return ((Number) page.evaluate(expression)).doubleValue();
  }
}
