package microstorm.session.token;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/sessions/.well-known/jwks.json")
@Tag(name = "Keys", description = "The public keys for checking tokens.")
public class PublishedKeysResource {

  private final SigningKeys keys;

  PublishedKeysResource(SigningKeys keys) {
    this.keys = keys;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getPublicKeys",
      summary = "Get the public keys for checking tokens",
      description =
          "For anybody, without a token. The tokens of Microstorm are JWTs that one of these keys"
              + " has signed with ES256. A new key is listed here before it signs.")
  @APIResponse(
      responseCode = "200",
      description = "The keys as a JWK set (RFC 7517).",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = KeySet.class)))
  public String get() {
    return keys.published();
  }

  /** A JWK set (RFC 7517), as {@link SigningKeys} writes it. */
  @Schema(description = "A JWK set (RFC 7517).")
  private record KeySet(@Schema(description = "The public keys.") List<PublicKey> keys) {}

  /** An elliptic-curve key. */
  @Schema(description = "A public key as a JWK (RFC 7517 and 7518).")
  private record PublicKey(
      @Schema(description = "The type of the key.", examples = "EC") String kty,
      @Schema(description = "The id of the key, which the header of a token names.") String kid,
      @Schema(description = "The curve.", examples = "P-256") String crv,
      @Schema(description = "The x coordinate in base64url.") String x,
      @Schema(description = "The y coordinate in base64url.") String y) {}
}
