package microstorm.report.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import microstorm.http.openapi.Raises;
import microstorm.http.problem.ProblemException;
import microstorm.http.share.Workload;
import microstorm.http.token.Caller;
import microstorm.report.book.LogResource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Imports a team's log. */
@Path("/api/logs")
@RolesAllowed({Caller.OWNER, Caller.MEMBER})
@Tag(name = "Logs")
public class LogImportResource {

  static final String IMPORTS = "imports";
  static final int BYTES_PER_UNIT = 32 * 1024;
  static final int MOST_UNITS = 8;
  static final String X_MARKDOWN = "text/x-markdown";

  private final LogImportService imports;
  private final ImportRemover remover;
  private final Caller caller;

  LogImportResource(LogImportService imports, ImportRemover remover, Caller caller) {
    this.imports = imports;
    this.remover = remover;
    this.caller = caller;
  }

  /** The {@code Location} is a path without a host, which is valid behind any proxy. */
  @POST
  @Workload(value = IMPORTS, bytesPerUnit = BYTES_PER_UNIT, mostUnits = MOST_UNITS)
  @Consumes({LogResource.MARKDOWN, X_MARKDOWN, MediaType.TEXT_PLAIN, MediaType.MULTIPART_FORM_DATA})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = LogBodies.IMPORT,
      summary = "Import a log",
      description =
          "Imports a log, or a later edition of it. The whole log is checked first: if it is"
              + " refused, nothing is imported. Otherwise the sessions that are new or different"
              + " are created and changed in the background. Date and title identify a session. If"
              + " one or two of number, title and date were corrected, a session is recognized by"
              + " its text; `found` says which one and why, and the match can be split. A"
              + " session that is missing from a later edition stays, and one that was held in"
              + " Microstorm is not changed. Sending the same log again changes nothing. Only"
              + " owners and members of the team may call it.")
  @RequestBody(
      description =
          "The log in UTF-8, at most 5 MB and 150,000 lines. In a form it is the first file, or"
              + " otherwise the field `file`.",
      required = true,
      content = {
        @Content(
            mediaType = LogResource.MARKDOWN,
            schema = @Schema(type = SchemaType.STRING),
            example = LogResource.EXAMPLE),
        @Content(
            mediaType = X_MARKDOWN,
            schema = @Schema(type = SchemaType.STRING),
            example = LogResource.EXAMPLE),
        @Content(
            mediaType = MediaType.TEXT_PLAIN,
            schema = @Schema(type = SchemaType.STRING),
            example = LogResource.EXAMPLE),
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = LogUpload.class))
      })
  @APIResponse(
      responseCode = "202",
      description = "The log was accepted. `Location` is the address of the status of its import.",
      headers =
          @Header(
              name = HttpHeaders.LOCATION,
              description = "The path of the import.",
              schema = @Schema(type = SchemaType.STRING, format = "uri-reference")),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportStatus.class)))
  @Raises({
    "not-utf-8",
    "form-without-log",
    "control-character",
    "no-session",
    "too-many-lines",
    "too-many-sessions",
    "log-too-many-participants",
    "too-many-topics",
    "log-too-many-ideas",
    "log-too-deep",
    "title-too-long",
    "name-too-long",
    "text-too-long",
    "idea-too-long",
    "session-too-large",
    "log-book-full",
    "import-running"
  })
  public RestResponse<ImportStatus> post(
      InputStream log,
      @Context HttpHeaders headers,
      @RestQuery
          @DefaultValue("false")
          @Pattern(regexp = "true|false", message = "must be true or false")
          @Parameter(
              description =
                  "Whether wrongly encoded characters, such as `â€™` for an apostrophe, are"
                      + " repaired first.",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          String repair) {
    ImportStatus status =
        imports.accept(
            caller.teamId(),
            log,
            headers.getHeaderString(HttpHeaders.CONTENT_TYPE),
            Boolean.parseBoolean(repair));
    return ResponseBuilder.<ImportStatus>create(RestResponse.Status.ACCEPTED)
        .header(HttpHeaders.LOCATION, "/api/logs/imports/" + status.id())
        .entity(status)
        .build();
  }

  @DELETE
  @Path("imports/{id}")
  @RolesAllowed(Caller.OWNER)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "deleteImport",
      summary = "Delete an import with the sessions that it brought",
      description =
          "Removes every session that this import was the first to bring, also from the team's list"
              + " of sessions and from the log, for good. Sessions of earlier imports stay as they are now. To restore them as"
              + " they were before the import, undo it. A"
              + " repeated request has the same answer. The same log can be imported again; its"
              + " sessions are then new ones. While an import of the team runs, the answer is 503 with"
              + " Retry-After. Only owners of the team may call it.")
  @APIResponse(responseCode = "200", description = "What was removed.")
  @Raises({})
  public DeletedImport delete(@RestPath @Parameter(description = "The id of the import.") UUID id) {
    return remover.delete(caller.teamId(), id);
  }

  @GET
  @Path("imports/{id}")
  @Operation(
      operationId = "getImport",
      summary = "Get the status of an import",
      description =
          "Returns the progress, the changes and the warnings of an import. Repeat it until `state`"
              + " is no longer `running`. Only owners and members of the team may call it.")
  @APIResponse(responseCode = "200", description = "The status of the import.")
  public ImportStatus get(@RestPath @Parameter(description = "The id of the import.") UUID id) {
    return imports
        .status(id, caller.teamId())
        .orElseThrow(() -> ProblemException.notFound("import"));
  }
}
