package microstorm.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class TokenProblemsTest {

  private static final UriInfo URI =
      (UriInfo)
          Proxy.newProxyInstance(
              UriInfo.class.getClassLoader(),
              new Class<?>[] {UriInfo.class},
              (self, method, arguments) -> "/api/sessions");

  private final ProblemMappers mappers = new ProblemMappers();

  @Test
  void aMissingTokenAndAnInvalidOneAreDifferentProblems() {
    Response missing = mappers.withoutToken(new UnauthorizedException(), URI);
    assertThat(missing.getStatus()).isEqualTo(401);
    assertThat(missing.getHeaderString("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat((String) missing.getEntity()).contains("/api/problems#token-missing");

    Response invalid = mappers.withInvalidToken(new AuthenticationFailedException(), URI);
    assertThat(invalid.getStatus()).isEqualTo(401);
    assertThat(invalid.getHeaderString("WWW-Authenticate"))
        .isEqualTo("Bearer error=\"invalid_token\"");
    assertThat((String) invalid.getEntity()).contains("/api/problems#token-invalid");
  }
}
