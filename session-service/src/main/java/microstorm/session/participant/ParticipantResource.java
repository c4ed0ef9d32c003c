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
import microstorm.http.input.IdempotencyKey;
import microstorm.http.intake.ClientAddress;
import microstorm.http.openapi.Raises;
import microstorm.session.core.ApiText;
import microstorm.session.request.RetryKey;
import microstorm.session.seat.Joined;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/sessions/{id}/participants")
@Tag(name = "Participants", description = "The people who have a seat in a session.")
public class ParticipantResource {

  private final JoinService joining;
  private final AttendanceService attendance;

  ParticipantResource(JoinService joining, AttendanceService attendance) {
    this.joining = joining;
    this.attendance = attendance;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "joinSession",
      summary = "Join a session",
      description =
          "For anybody with the join code or the facilitator code, without an account and without a"
              + " token, until the session is over. An owner or member of the team can join with their token"
              + " instead of a code. The answer has the token for everything else in the session. A"
              + " repeated request with the same `Idempotency-Key` and body gets the same seat and"
              + " a new token, also when the session is over, until the codes are renewed.")
  @APIResponse(
      responseCode = "201",
      description = "The caller has a seat.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Joined.class)))
  @APIResponse(
      responseCode = "200",
      description = "A request with this `Idempotency-Key` has got this seat before.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Joined.class)))
  @Raises({
    "retry-key-known",
    "token-invalid",
    "join-code-wrong",
    "not-facilitator",
    "session-closed",
    "too-many-participants",
    "seat-left",
    "id-in-use",
    "too-many-wrong-codes"
  })
  public RestResponse<Joined> join(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id,
      @NotNull @Valid JoinSession request,
      @Parameter(
              description =
                  "A secret of the client that stands for the person: the same key gets the same"
                      + " seat again. Keep it as secret as the token, and make a random UUID for"
                      + " each person. Without a key each request gets a new seat.",
              example = ApiText.A_KEY)
          @RestHeader(IdempotencyKey.HEADER)
          @Pattern(regexp = RetryKey.SECRET_PATTERN, message = RetryKey.SECRET_MESSAGE)
          String retryKey,
      @Context HttpServerRequest connection) {
    String address = ClientAddress.of(connection);
    RetryKey key = retryKey == null ? null : new RetryKey(retryKey);
    return joining.join(id, request, key, address).answer();
  }

  @GET
  @Authenticated
  @Operation(
      operationId = "listParticipants",
      summary = "List the participants",
      description = "For everybody in the session, owners and members.")
  @APIResponse(
      responseCode = "200",
      description = "The participants.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ParticipantList.class)))
  public ParticipantList list(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id) {
    return attendance.list(id);
  }

  @DELETE
  @Path("{participantId}")
  @Authenticated
  @Operation(
      operationId = "removeParticipant",
      summary = "Leave a session, or remove a participant",
      description =
          "Everybody with a seat can leave. Owners, members and facilitators can remove others. Possible"
              + " until the session is over. The token of the seat is invalid at once, on all"
              + " replicas within 5 s. The ideas stay. Nobody gets the seat again, but the person"
              + " can join again with a new seat. A repeated request has the same answer.")
  @APIResponse(responseCode = "204", description = "The participant is not in the session.")
  @Raises({"not-facilitator", "session-closed"})
  public void leave(
      @Parameter(description = ApiText.SESSION_ID, example = ApiText.A_SESSION) @RestPath UUID id,
      @Parameter(description = ApiText.PARTICIPANT_ID, example = ApiText.A_PARTICIPANT) @RestPath
          UUID participantId) {
    attendance.leave(id, participantId);
  }
}
