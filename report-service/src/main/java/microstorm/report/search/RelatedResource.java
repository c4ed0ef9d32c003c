package microstorm.report.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.http.share.Workload;
import microstorm.http.token.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The sessions that are about the same as another one. */
@Path("/api/reports/{sessionId}/related")
@RolesAllowed({Caller.OWNER, Caller.MEMBER})
@Tag(name = "Search")
public class RelatedResource {

  private final RelatedReports reports;
  private final Caller caller;

  RelatedResource(RelatedReports reports, Caller caller) {
    this.reports = reports;
    this.caller = caller;
  }

  @GET
  @Workload("reports")
  @Transactional
  @Operation(
      operationId = "listRelatedReports",
      summary = "List related sessions",
      description =
          "Lists closed sessions of the team that share words of their titles, problems, topics and"
              + " groups with a closed session. The fewer sessions have a word, the more it counts."
              + " Only owners and members of the team may call it.")
  @APIResponse(responseCode = "200", description = "The related sessions.")
  public RelatedReportList list(
      @RestPath @Parameter(description = "The id of the session.") UUID sessionId) {
    return new RelatedReportList(
        reports
            .to(caller.teamId(), sessionId)
            .orElseThrow(() -> ProblemException.notFound("report")));
  }
}
