package microstorm.session.token;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The public keys for checking tokens, as a JWK set (RFC 7517). */
@Path("/api/sessions/.well-known/jwks.json")
public class PublishedKeysResource {

  private final SigningKeys keys;

  PublishedKeysResource(SigningKeys keys) {
    this.keys = keys;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(KeySet.class)
  public String get() {
    return keys.published();
  }

  /** A JWK set (RFC 7517). */
  private record KeySet(List<Map<String, String>> keys) {}
}
