package microstorm.idea.result;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import microstorm.http.answer.Revalidation;
import microstorm.http.answer.Tagged;
import microstorm.http.openapi.Raises;
import microstorm.http.share.Workload;
import microstorm.http.token.Caller;
import microstorm.idea.early.AwaitsPhase;
import microstorm.idea.result.ResultReader.Numbered;
import microstorm.idea.viewer.ViewerResolver;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The results of a board. */
@Tag(name = "Results", description = "What the group chose, after the dots and marks are counted.")
@Path("/api/boards/{sessionId}/results")
@RolesAllowed({
  Caller.OWNER,
  Caller.MEMBER,
  Caller.FACILITATOR,
  Caller.PARTICIPANT,
  Caller.OBSERVER
})
public class ResultResource {

  private final ResultReader results;
  private final ViewerResolver viewers;
  private final Revalidation revalidation;

  ResultResource(ResultReader results, ViewerResolver viewers, Revalidation revalidation) {
    this.results = results;
    this.viewers = viewers;
    this.revalidation = revalidation;
  }

  @Operation(
      operationId = "getResults",
      summary = "Get the results",
      description =
          "Returns all ideas with their dots, the means of their marks, and their ranks. Everybody"
              + " in the session, owners and members may read them, from the phase `agreeing` on."
              + " Until then they are hidden from everyone. If the group chose nothing, the results keep"
              + " the order of the board.")
  @Raises({"edit-key-invalid", "sort-unknown", "results-hidden"})
  @APIResponseSchema(
      value = Results.class,
      responseCode = "200",
      responseDescription = "The results")
  @APIResponse(responseCode = "409", description = "The dots and marks are not counted yet")
  @GET
  @Tagged
  @Workload("results")
  @Produces(MediaType.APPLICATION_JSON)
  @AwaitsPhase
  public Results get(
      UUID sessionId,
      @Parameter(
              description =
                  "The order: `dots` (the default), `position`, or the id of a criterion of the"
                      + " session.",
              example = Results.DOTS)
          @RestQuery
          String sort) {
    viewers.admitted(sessionId);
    if (revalidation.isAsked()) {
      revalidation.checkKnown(version(sessionId, results.seq(sessionId, sort), sort));
    }
    Numbered found = results.of(sessionId, sort);
    revalidation.tag(version(sessionId, found.seq(), sort));
    return found.results();
  }

  private static byte[] version(UUID sessionId, long seq, String sort) {
    return "results %s %d %s".formatted(sessionId, seq, sort).getBytes(StandardCharsets.UTF_8);
  }
}
