package microstorm.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** All that is logged in this JVM as long as it is open, stack traces included. */
public final class LogLines extends Handler implements AutoCloseable {

  private static final PatternFormatter WHOLE = new PatternFormatter("%X %s%e");

  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** Listens from now on. */
  public LogLines() {
    Logger.getLogger("").addHandler(this);
  }

  /** Each line with what it carries along (MDC). */
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
