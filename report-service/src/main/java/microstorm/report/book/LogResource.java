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
import microstorm.http.answer.Revalidation;
import microstorm.http.answer.Tagged;
import microstorm.http.share.Workload;
import microstorm.http.token.Caller;
import microstorm.report.log.model.LogFrame;
import microstorm.report.log.model.RenderedSession;
import microstorm.report.log.render.LogRenderer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Exports a team's whole log, in the layout in which it was written. */
@Path("/api/logs")
@RolesAllowed({Caller.OWNER, Caller.MEMBER})
@Tag(
    name = "Logs",
    description =
        "A team's record of its sessions as one Markdown text. It can be imported, in one or more"
            + " editions, and exported. Text that was imported comes back byte for byte.")
public class LogResource {

  static final String MARKDOWN = "text/markdown";
  static final String MARKDOWN_UTF_8 = MARKDOWN + ";charset=UTF-8";

  /** A log for the API description. */
  static final String EXAMPLE =
      """
      ### Session : 1

      **Date**: January 02, 2026 - Friday

      **Title**: Cheaper lunch

      **Participants**: Ana, Ben

      #### Cooking

      - Cook together on Fridays
      """;

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

  @GET
  @Tagged
  @Workload(value = "exports", untilSent = true)
  @Produces(MARKDOWN_UTF_8)
  @Operation(
      operationId = "exportLog",
      summary = "Export the team's log",
      description =
          "Returns the whole log of the team: its complete sessions in the order of the imported"
              + " log, then the sessions held here by date. While an import or a session is"
              + " running, the sessions that are not complete are missing. The answer is streamed."
              + " Only owners and members of the team may call it.")
  @APIResponse(
      responseCode = "200",
      description = "The log, in UTF-8.",
      content =
          @Content(
              mediaType = MARKDOWN,
              schema = @Schema(type = SchemaType.STRING),
              example = EXAMPLE))
  public StreamingOutput get() {
    UUID teamId = caller.teamId();
    byte[] version = snapshot(() -> book.version(teamId)); // of before the log, never of later
    revalidation.checkKnown(version);
    LogFrame frame = snapshot(() -> book.frame(teamId));
    List<UUID> ids = snapshot(() -> book.sessions(teamId));
    revalidation.tag(version);
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
