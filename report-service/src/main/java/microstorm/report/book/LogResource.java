package microstorm.report.book;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import microstorm.http.answer.Revalidation;
import microstorm.http.answer.Tagged;
import microstorm.http.share.Workload;
import microstorm.http.token.Caller;
import microstorm.report.log.model.LogFrame;
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

  public static final String MARKDOWN = "text/markdown";
  static final String MARKDOWN_UTF_8 = MARKDOWN + ";charset=UTF-8";

  /** A log for the API description. */
  public static final String EXAMPLE =
      """
      ### Session : 1

      **Date**: January 02, 2026 - Friday

      **Title**: Cheaper lunch

      **Participants**: Ana, Ben

      #### Cooking

      - Cook together on Fridays
      """;

  private static final String EXPORTS = "exports";
  private static final String ZIP = "application/zip";

  private final LogBook book;
  private final LogExport export;
  private final LogArchive archive;
  private final Revalidation revalidation;
  private final Caller caller;

  LogResource(
      LogBook book,
      LogExport export,
      LogArchive archive,
      Revalidation revalidation,
      Caller caller) {
    this.book = book;
    this.export = export;
    this.archive = archive;
    this.revalidation = revalidation;
    this.caller = caller;
  }

  @GET
  @Tagged
  @Workload(EXPORTS)
  @Produces(MARKDOWN_UTF_8)
  @Operation(
      operationId = "exportLog",
      summary = "Export the team's log",
      description =
          "Returns the whole log of the team: its complete sessions in the order of the imported"
              + " log, then the sessions held here by date. While an import or a session is"
              + " running, the sessions that are not complete are missing. The parameters select"
              + " sessions. With `Accept: application/json` the answer is the reports of the"
              + " sessions, and with `Accept: application/zip` files: `log.md`, a Markdown and a"
              + " JSON file for each session, and `index.json`, which lists them. The answer is"
              + " streamed. Only owners and members of the team may call it.")
  @APIResponse(
      responseCode = "200",
      description = "The log: as Markdown, as JSON, or as a ZIP of both.",
      content = {
        @Content(
            mediaType = MARKDOWN,
            schema = @Schema(type = SchemaType.STRING),
            example = EXAMPLE),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ExportedReports.class)),
        @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  public StreamingOutput get(@BeanParam @Valid ReportFilter filter) {
    UUID teamId = caller.teamId();
    byte[] version = export.snapshot(() -> book.version(teamId)); // of before the log
    revalidation.checkKnown(joined(version, filter.version()));
    LogFrame frame = export.snapshot(() -> book.frame(teamId));
    List<UUID> ids = export.snapshot(() -> book.sessions(teamId, filter));
    revalidation.tag(joined(version, filter.version()));
    return output -> export.write(frame, ids, output);
  }

  /** The reports of the same sessions; {@link #get} describes all forms. */
  @GET
  @Workload(EXPORTS)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public StreamingOutput json(@BeanParam @Valid ReportFilter filter) {
    List<UUID> ids = sessions(filter);
    return output -> archive.writeJson(ids, output);
  }

  /** The log and the reports of the same sessions as files; {@link #get} describes all forms. */
  @GET
  @Workload(EXPORTS)
  @Produces(ZIP)
  @Operation(hidden = true)
  public StreamingOutput zip(@BeanParam @Valid ReportFilter filter) {
    UUID teamId = caller.teamId();
    LogFrame frame = export.snapshot(() -> book.frame(teamId));
    List<UUID> ids = sessions(filter);
    return output -> archive.writeZip(frame, ids, output);
  }

  private List<UUID> sessions(ReportFilter filter) {
    UUID teamId = caller.teamId();
    return export.snapshot(() -> book.sessions(teamId, filter));
  }

  private static byte[] joined(byte[] version, byte[] filter) {
    return ByteBuffer.allocate(version.length + filter.length).put(version).put(filter).array();
  }
}
