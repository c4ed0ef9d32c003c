package microstorm.idea.idea;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** All that is logged in this JVM as long as it is open, stack traces included. */
final class LogLines extends Handler implements AutoCloseable {

  private final List<String> lines = new CopyOnWriteArrayList<>();

  LogLines() {
    Logger.getLogger("").addHandler(this);
  }

  List<String> all() {
    return lines;
  }

  @Override
  public void publish(LogRecord logged) {
    StringWriter line = new StringWriter();
    line.append(ExtLogRecord.wrap(logged).getFormattedMessage());
    if (logged.getThrown() != null) {
      logged.getThrown().printStackTrace(new PrintWriter(line));
    }
    lines.add(line.toString());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}
