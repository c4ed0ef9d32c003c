package microstorm.report.book;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import microstorm.report.log.LogRenderer;
import microstorm.report.log.RenderedSession;
import microstorm.web.Caller;

/** A team's whole log, in the form in which it was written. */
@Path("/api/logs")
@RolesAllowed(Caller.OWNER)
public class LogResource {

  static final String MARKDOWN = "text/markdown;charset=UTF-8";

  /** So many sessions are in memory at once. */
  private static final int CHUNK = 50;

  private final LogBook book;
  private final Caller caller;

  LogResource(LogBook book, Caller caller) {
    this.book = book;
    this.caller = caller;
  }

  /** The whole log. While an import runs, only what has arrived completely. */
  @GET
  @Produces(MARKDOWN)
  public StreamingOutput get() {
    UUID teamId = caller.teamId();
    return output -> QuarkusTransaction.requiringNew().run(() -> write(teamId, output));
  }

  private void write(UUID teamId, OutputStream output) {
    try {
      Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
      LogRenderer.render(book.frame(teamId), sessions(teamId), writer);
      writer.flush();
    } catch (IOException clientGone) {
      throw new UncheckedIOException(clientGone);
    }
  }

  private Iterable<RenderedSession> sessions(UUID teamId) {
    List<UUID> ids = book.sessions(teamId);
    Stream<RenderedSession> sessions =
        IntStream.iterate(0, from -> from < ids.size(), from -> from + CHUNK)
            .mapToObj(from -> ids.subList(from, Math.min(from + CHUNK, ids.size())))
            .flatMap(chunk -> book.rendered(chunk).stream());
    Iterator<RenderedSession> iterator = sessions.iterator();
    return () -> iterator;
  }
}
