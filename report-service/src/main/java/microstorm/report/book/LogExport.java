package microstorm.report.book;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import microstorm.report.log.model.LogFrame;
import microstorm.report.log.model.RenderedSession;
import microstorm.report.log.render.LogRenderer;

/**
 * Writes logs while it reads them: few sessions are in memory at a time, and no transaction stays
 * open while a slow client reads.
 */
@ApplicationScoped
class LogExport {

  /** The number of sessions in memory at a time. */
  private static final int CHUNK = 10;

  private final LogBook book;

  LogExport(LogBook book) {
    this.book = book;
  }

  /** Reads in a transaction of its own. */
  <T> T snapshot(Callable<T> read) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              book.useOneSnapshot();
              return read.call();
            });
  }

  /** Writes a log as Markdown, and leaves the stream open. */
  void write(LogFrame frame, List<UUID> ids, OutputStream output) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    LogRenderer.render(frame, sessions(ids), writer);
    writer.flush();
  }

  private Iterable<RenderedSession> sessions(List<UUID> ids) {
    Stream<RenderedSession> sessions =
        IntStream.iterate(0, from -> from < ids.size(), from -> from + CHUNK)
            .mapToObj(from -> ids.subList(from, Math.min(from + CHUNK, ids.size())))
            .flatMap(chunk -> snapshot(() -> book.rendered(chunk)).stream());
    return sessions::iterator;
  }
}
