package microstorm.report.link;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import microstorm.http.share.Workload;
import microstorm.http.token.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The links of a team. */
@Path("/api/links")
@RolesAllowed({Caller.OWNER, Caller.MEMBER})
@Tag(
    name = "Links",
    description =
        "The links of the team's closed sessions, and the check whether their pages are still"
            + " there. Never a link of an idea that was not shared, of removed content, or of"
            + " another team.")
public class LinkResource {

  private static final int MAX_PAGE = 100;

  private final LinkList links;
  private final Caller caller;

  LinkResource(LinkList links, Caller caller) {
    this.links = links;
    this.caller = caller;
  }

  @GET
  @Workload("reports")
  @Operation(
      operationId = "listLinks",
      summary = "List the team's links",
      description =
          "Lists the links in the ideas, problems and summaries of closed sessions, those of the"
              + " newest session first. All places with the same address are one link: only the"
              + " case of scheme and host, the default port, an empty path, dots in the path, an"
              + " empty fragment and needless escapes may differ. What looks like a link but does"
              + " not lead to a web page is listed as `malformed`, with the reason. A link appears"
              + " some seconds after its session has closed. As soon as the report no longer shows"
              + " a text, its links are gone. Only owners and members of the team may call it.")
  @APIResponse(responseCode = "200", description = "A page of links.")
  public LinkPage list(
      @RestQuery
          @Pattern(regexp = LinkProblem.PATTERN, message = "must be duplicate, malformed or broken")
          @Parameter(
              description = "Only links with this problem: `duplicate`, `malformed` or `broken`.",
              schema = @Schema(enumeration = {"duplicate", "malformed", "broken"}))
          String problem,
      @RestQuery
          @Parameter(
              description =
                  "Only links of this session. Their places in other sessions are listed, too.")
          UUID sessionId,
      @RestQuery
          @Parameter(
              description =
                  "The `next` of the previous page. Without it, the answer is the first page.",
              example = "MjAyNi0wMS0wMi8wMTkwYTAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDE")
          String cursor,
      @RestQuery
          @DefaultValue("50")
          @Min(1)
          @Max(MAX_PAGE)
          @Parameter(description = "The largest number of links in the page.", example = "50")
          int limit) {
    return links.page(
        new LinkReader.Filter(
            caller.teamId(), sessionId, Optional.ofNullable(problem).map(LinkProblem::of)),
        Optional.ofNullable(cursor).map(LinkCursor::decode),
        limit);
  }
}
