package microstorm.http.token;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Authenticates a request by its token. Checking a signature costs more than the rest of a small
 * request and may need to fetch a key, so it runs on a worker thread. A cached token needs neither.
 *
 * <p>The token of a team's owner or member also needs a look at the revoked keys, which is
 * remembered for a moment. Those of participants do not: every request of theirs looks up the seat.
 */
@ApplicationScoped
class TokenCheck implements IdentityProvider<TokenAuthenticationRequest> {

  /**
   * Higher than that of the provider that checks every request again, which is the platform's
   * highest.
   */
  private static final int PRIORITY = 2 * SYSTEM_FIRST;

  private final TokenCache checked;
  private final JWTParser parser;
  private final RevocationCache revoked;

  TokenCheck(TokenCache checked, JWTParser parser, RevocationCache revoked) {
    this.checked = checked;
    this.parser = parser;
    this.revoked = revoked;
  }

  @Override
  public int priority() {
    return PRIORITY;
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    if (!(request.getToken() instanceof JsonWebTokenCredential)) {
      return Uni.createFrom().nullItem();
    }
    Optional<JsonWebToken> known = checked.find(request.getToken().getToken());
    if (known.isPresent()) {
      JsonWebToken token = known.get();
      Optional<Boolean> answer = revoked.remembered(Tokens.grantedBy(token));
      if (answer.isPresent()) {
        return Uni.createFrom().item(() -> identity(request, requireValid(token, answer.get())));
      }
    }
    return context.runBlocking(
        () -> {
          JsonWebToken token = known.orElseGet(() -> check(request));
          return identity(request, requireValid(token, revoked.isRevoked(Tokens.grantedBy(token))));
        });
  }

  private static JsonWebToken requireValid(JsonWebToken token, boolean isRevoked) {
    if (isRevoked) {
      throw new AuthenticationFailedException("The token's key was revoked.");
    }
    return token;
  }

  private JsonWebToken check(TokenAuthenticationRequest request) {
    String text = request.getToken().getToken();
    try {
      JsonWebToken token = parser.parse(text);
      checked.remember(text, token);
      return token;
    } catch (ParseException invalid) {
      throw new AuthenticationFailedException(invalid);
    }
  }

  private static SecurityIdentity identity(TokenAuthenticationRequest request, JsonWebToken token) {
    QuarkusSecurityIdentity.Builder identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(token)
            .addCredential(request.getToken())
            .addRoles(token.getGroups())
            .addAttribute(SecurityIdentity.USER_ATTRIBUTE, token);
    RoutingContext routing = HttpSecurityUtils.getRoutingContextAttribute(request);
    if (routing != null) {
      identity.addAttribute(RoutingContext.class.getName(), routing);
    }
    return identity.build();
  }
}
