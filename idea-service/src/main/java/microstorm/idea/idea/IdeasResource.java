package microstorm.idea.idea;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import microstorm.idea.board.Viewers;
import microstorm.web.Caller;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** The ideas of a board. */
@Path("/api/boards/{sessionId}/ideas")
@RolesAllowed({Caller.OWNER, Caller.FACILITATOR, Caller.PARTICIPANT, Caller.OBSERVER})
public class IdeasResource {

  private static final String PRINTABLE = "[ -~]{1,200}";

  private final Posting posting;
  private final Viewers viewers;

  IdeasResource(Posting posting, Viewers viewers) {
    this.posting = posting;
    this.viewers = viewers;
  }

  /**
   * Puts up an idea: 201, or 200 with what is stored when the same was posted before. Runs on the
   * event loop.
   */
  @POST
  public Uni<RestResponse<Posted>> post(
      UUID sessionId,
      @RestHeader("Idempotency-Key") @Pattern(regexp = PRINTABLE) String retryKey,
      @NotNull @Valid PostIdea idea) {
    return posting
        .post(sessionId, viewers.of(sessionId), idea, retryKey)
        .map(
            answer ->
                RestResponse.status(
                    answer.fresh() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                    answer.posted()));
  }
}
