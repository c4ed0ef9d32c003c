package microstorm.session.team;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import microstorm.http.openapi.Raises;
import microstorm.http.token.Caller;
import microstorm.session.access.OwnerAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/teams/{slug}/keys")
@RolesAllowed(Caller.OWNER)
@Tag(name = "Teams")
public class KeyResource {

  static final String SLUG = "The slug of the team.";
  static final String A_SLUG = "micro-brainstorming";

  private final Caller caller;
  private final OwnerAccess access;
  private final TeamService teams;
  private final TeamKeys keys;

  KeyResource(Caller caller, OwnerAccess access, TeamService teams, TeamKeys keys) {
    this.caller = caller;
    this.access = access;
    this.teams = teams;
    this.keys = keys;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listKeys",
      summary = "List the keys of the team",
      description =
          "For owners. The list is empty where owners sign in. The secrets are not listed, because"
              + " only their hashes are stored.")
  @APIResponse(
      responseCode = "200",
      description = "The keys.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = KeyList.class)))
  @Raises({"not-found"})
  public KeyList list(@Parameter(description = SLUG, example = A_SLUG) @RestPath String slug) {
    Team team = teams.get(caller.teamId(), slug);
    UUID current = caller.keyId().orElse(null);
    return new KeyList(keys.list(team.id).stream().map(key -> KeyView.of(key, current)).toList());
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addKey",
      summary = "Add a key to the team",
      description =
          "For owners. To rotate a key, add a new one, use it, and revoke the old one: both work in"
              + " the meantime. A repeated request with the same `key`, name and role finds the same"
              + " key.")
  @APIResponse(
      responseCode = "201",
      description = "The new key.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AddedKey.class)))
  @APIResponse(
      responseCode = "200",
      description = "A request with this `key` has added it before.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AddedKey.class)))
  @Raises({"access-by-sign-in", "not-found", "key-in-use", "too-many-keys"})
  public RestResponse<AddedKey> add(
      @Parameter(description = SLUG, example = A_SLUG) @RestPath String slug,
      @NotNull @Valid AddKey request) {
    Team team = teams.get(caller.teamId(), slug);
    access.requireKeys();
    return keys.add(team.id, request).answer();
  }

  @DELETE
  @Path("{keyId}")
  @Operation(
      operationId = "revokeKey",
      summary = "Revoke a key of the team",
      description =
          "For owners. Nobody gets a token for the key any more, and the tokens that it gave are"
              + " refused: at once by session-service, and by the other services as soon as they"
              + " have the event. Live streams end within five seconds. The last owner key cannot be"
              + " revoked. The key of the request's own token can.")
  @APIResponse(responseCode = "204", description = "The key is revoked.")
  @Raises({"not-found", "last-owner-key"})
  public void revoke(
      @Parameter(description = SLUG, example = A_SLUG) @RestPath String slug,
      @Parameter(description = "The id of the key.") @RestPath UUID keyId) {
    keys.revoke(teams.get(caller.teamId(), slug).id, keyId);
  }
}
