package microstorm.session.participant;

import io.quarkus.security.Authenticated;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.session.core.RetryKey;
import microstorm.web.input.IdempotencyKey;
import microstorm.web.intake.ClientAddress;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** The participants of a session. */
@Path("/api/sessions/{id}/participants")
public class ParticipantResource {

  private final JoinService joining;
  private final AttendanceService attendance;

  ParticipantResource(JoinService joining, AttendanceService attendance) {
    this.joining = joining;
    this.attendance = attendance;
  }

  /**
   * Joins a session. The code is sufficient; a token is not needed. The same Idempotency-Key gives
   * the same seat again, so keep the key as secret as the token.
   */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(value = Joined.class, responseCode = "201", responseDescription = "Joined")
  @APIResponse(responseCode = "401", description = "The request has a token that is not valid")
  @APIResponse(
      responseCode = "429",
      description = "Too many wrong codes; Retry-After says when to try again")
  public RestResponse<Joined> join(
      UUID id,
      @NotNull @Valid JoinSession request,
      @RestHeader(IdempotencyKey.HEADER)
          @Pattern(regexp = RetryKey.SECRET_PATTERN, message = RetryKey.SECRET_MESSAGE)
          String retryKey,
      @Context HttpServerRequest connection) {
    String address = ClientAddress.of(connection);
    RetryKey key = retryKey == null ? null : new RetryKey(retryKey);
    return RestResponse.status(
        RestResponse.Status.CREATED, joining.join(id, request, key, address));
  }

  @GET
  @Authenticated
  public ParticipantList list(UUID id) {
    return attendance.list(id);
  }

  /** Leaves the session, or removes a participant. */
  @DELETE
  @Path("{participantId}")
  @Authenticated
  public void leave(UUID id, UUID participantId) {
    attendance.leave(id, participantId);
  }
}
