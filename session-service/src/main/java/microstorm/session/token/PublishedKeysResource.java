package microstorm.session.token;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The public keys that anyone can check a token with, as a JWK set (RFC 7517). */
@Path("/api/sessions/.well-known/jwks.json")
public class PublishedKeysResource {

  private final SigningKeys keys;

  PublishedKeysResource(SigningKeys keys) {
    this.keys = keys;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public String get() {
    return keys.published();
  }
}
