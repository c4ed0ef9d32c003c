package microstorm.report.link.check;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.http.openapi.Raises;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Caller;
import microstorm.report.link.check.LinkCheckList.LinkCheck;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The checks of a team's links. */
@Path("/api/link-checks")
@RolesAllowed({Caller.OWNER, Caller.MEMBER})
@Tag(name = "Links")
public class LinkCheckResource {

  private final LinkCheckStarter starter;
  private final LinkChecks checks;
  private final Caller caller;

  LinkCheckResource(LinkCheckStarter starter, LinkChecks checks, Caller caller) {
    this.starter = starter;
    this.checks = checks;
    this.caller = caller;
  }

  @POST
  @RolesAllowed(Caller.OWNER)
  @Operation(
      operationId = "startLinkCheck",
      summary = "Check the team's links",
      description =
          "Starts a check whether the pages of the team's links are still there. It sends requests"
              + " to the servers of all addresses that have no result of the last 7 days, never to"
              + " addresses that are not on the public internet, and to each host at most once a"
              + " second. The list of links shows the results as they come in. A team can start a"
              + " check once an hour, if the operator of this installation permits checks. Only"
              + " owners of the team may call it.")
  @APIResponse(
      responseCode = "202",
      description = "The check was started. `Location` is the address of its status.",
      headers =
          @Header(
              name = HttpHeaders.LOCATION,
              description = "The path of the check.",
              schema = @Schema(type = SchemaType.STRING, format = "uri-reference")),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = LinkCheck.class)))
  @Raises({"link-checks-off", "link-check-running", "link-check-too-soon"})
  public RestResponse<LinkCheck> start() {
    LinkCheck check = starter.start(caller.teamId());
    return ResponseBuilder.<LinkCheck>create(RestResponse.Status.ACCEPTED)
        .header(HttpHeaders.LOCATION, "/api/link-checks/" + check.id())
        .entity(check)
        .build();
  }

  @GET
  @Operation(
      operationId = "listLinkChecks",
      summary = "List the checks of the team's links",
      description =
          "Lists the last checks of the team's links, and says whether the owner can start one."
              + " Only owners and members of the team may call it.")
  @APIResponse(responseCode = "200", description = "The last checks.")
  public LinkCheckList list() {
    return checks.list(caller.teamId());
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "getLinkCheck",
      summary = "Get a check of the team's links",
      description =
          "Returns how far a check is. The last 20 checks of a team are kept. Only owners and"
              + " members of the team may call it.")
  @APIResponse(responseCode = "200", description = "The check.")
  public LinkCheck get(@RestPath @Parameter(description = "The id of the check.") UUID id) {
    return checks.find(caller.teamId(), id).orElseThrow(() -> ProblemException.notFound("check"));
  }
}
