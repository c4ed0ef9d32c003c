package microstorm.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Collects everything that is logged in this JVM while it is open, including stack traces. */
public final class LogLines extends Handler implements AutoCloseable {

  private static final PatternFormatter WHOLE = new PatternFormatter("%X %s%e");

  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** Starts collecting. */
  public LogLines() {
    Logger.getLogger("").addHandler(this);
  }

  /** All lines, each with its context (MDC). */
  public List<String> all() {
    return lines;
  }

  @Override
  public void publish(LogRecord logged) {
    lines.add(WHOLE.format(ExtLogRecord.wrap(logged)));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}
