package microstorm.report.book;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
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
import microstorm.web.answer.Revalidation;
import microstorm.web.share.Workload;
import microstorm.web.token.Caller;

/** Exports a team's whole log, in the layout in which it was written. */
@Path("/api/logs")
@RolesAllowed(Caller.OWNER)
public class LogResource {

  static final String MARKDOWN = "text/markdown;charset=UTF-8";

  /** The number of sessions in memory at a time. */
  private static final int CHUNK = 10;

  private final LogBook book;
  private final Revalidation revalidation;
  private final Caller caller;

  LogResource(LogBook book, Revalidation revalidation, Caller caller) {
    this.book = book;
    this.revalidation = revalidation;
    this.caller = caller;
  }

  /** The whole log. While an import is running, it contains only the sessions that are complete. */
  @GET
  @Workload(value = "exports", untilSent = true)
  @Produces(MARKDOWN)
  public StreamingOutput get() {
    UUID teamId = caller.teamId();
    revalidation.tag(snapshot(() -> book.version(teamId))); // of before the log, never of later
    LogFrame frame = snapshot(() -> book.frame(teamId));
    List<UUID> ids = snapshot(() -> book.sessions(teamId));
    return output -> {
      Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
      LogRenderer.render(frame, sessions(ids), writer);
      writer.flush();
    };
  }

  private Iterable<RenderedSession> sessions(List<UUID> ids) {
    Stream<RenderedSession> sessions =
        IntStream.iterate(0, from -> from < ids.size(), from -> from + CHUNK)
            .mapToObj(from -> ids.subList(from, Math.min(from + CHUNK, ids.size())))
            .flatMap(chunk -> snapshot(() -> book.rendered(chunk)).stream());
    return sessions::iterator;
  }

  /**
   * Reads a chunk in a transaction of its own: no transaction stays open while a slow client reads.
   */
  private <T> T snapshot(Callable<T> read) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              book.useOneSnapshot();
              return read.call();
            });
  }
}
