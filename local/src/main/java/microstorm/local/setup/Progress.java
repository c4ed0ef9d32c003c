package microstorm.local.setup;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reports what the launcher is waiting for, and how long each step took. */
public final class Progress {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final PrintStream out;
  private final Map<String, Instant> waiting = new ConcurrentHashMap<>();
  private volatile Instant lastSpoken = Instant.now();

  public Progress(PrintStream out) {
    this.out = out;
  }

  /** Runs a task, then reports how long it took. */
  public void timed(String name, Runnable work) {
    Instant begin = Instant.now();
    waiting.put(name, begin);
    try {
      work.run();
      say(String.format(Locale.ROOT, "  %-28s %5.1f s", name, seconds(begin)));
    } finally {
      waiting.remove(name);
    }
  }

  /** Reports what the launcher is still waiting for, if there was no output for a while. */
  public void stillWaiting() {
    if (!waiting.isEmpty() && lastSpoken.plus(PATIENCE).isBefore(Instant.now())) {
      say("  ... still waiting for " + String.join(", ", waiting.keySet()));
    }
  }

  public synchronized void say(String line) {
    lastSpoken = Instant.now();
    out.println(line);
    out.flush();
  }

  private static double seconds(Instant begin) {
    return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
  }
}
