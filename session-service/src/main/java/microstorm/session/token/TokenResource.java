package microstorm.session.token;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import microstorm.http.openapi.Raises;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/teams/{slug}/tokens")
@Tag(name = "Teams")
public class TokenResource {

  private final OwnerProofs proofs;
  private final TokenIssuer issuer;

  TokenResource(OwnerProofs proofs, TokenIssuer issuer) {
    this.proofs = proofs;
    this.issuer = issuer;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "issueToken",
      summary = "Exchange a key for a token",
      description =
          "For the owners and members of a team, without a token. A wrong key and an absent team get"
              + " the same answer. Each request gets another token; the earlier ones stay valid"
              + " until they expire or the key is revoked.")
  @APIResponse(
      responseCode = "200",
      description = "A new token.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = IssuedToken.class)))
  @Raises({
    "access-by-key",
    "access-by-sign-in",
    "owner-key-missing",
    "owner-key-wrong",
    "member-key-wrong",
    "identity-token-wrong",
    "not-an-owner"
  })
  public IssuedToken issue(
      @Parameter(description = "The slug of the team.", example = "micro-brainstorming") @RestPath
          String slug,
      @NotNull @Valid TeamProof proof) {
    return issuer.forTeam(proofs.check(slug, proof));
  }
}
