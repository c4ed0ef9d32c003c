package microstorm.http.openapi;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses OPTIONS like every other method that the API does not describe. Quarkus REST would answer
 * with the methods of the whole resource class, which not every path supports. Browsers use it for
 * pages of other origins, which the API does not admit.
 */
class UndescribedMethods {

  @ServerRequestFilter(preMatching = true, nonBlocking = true)
  void refuseOptions(ContainerRequestContext request) {
    if (request.getMethod().equals(HttpMethod.OPTIONS)) {
      throw new NotFoundException();
    }
  }
}
