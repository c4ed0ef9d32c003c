package microstorm.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Answers OPTIONS like every other method that the API does not describe. Quarkus REST answers it
 * by itself with the methods of a whole resource class, which its paths do not all take; pages of
 * other origins, for which browsers ask, are not let in anyway.
 */
class UndescribedMethods {

  @ServerRequestFilter(preMatching = true, nonBlocking = true)
  void refuseOptions(ContainerRequestContext request) {
    if (request.getMethod().equals(HttpMethod.OPTIONS)) {
      throw new NotFoundException();
    }
  }
}
