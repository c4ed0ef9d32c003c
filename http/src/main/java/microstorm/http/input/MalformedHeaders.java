package microstorm.http.input;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BadRequestException;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses headers that would otherwise be ignored or make a response fail: an unknown scheme
 * ({@code X-Forwarded-Proto}), from which no address of this service can be built, and an empty
 * retry key.
 */
class MalformedHeaders {

  private static final Set<String> SCHEMES = Set.of("http", "https");

  @ServerRequestFilter(preMatching = true, nonBlocking = true)
  void check(HttpServerRequest request) {
    String retryKey = request.getHeader(IdempotencyKey.HEADER);
    if (!SCHEMES.contains(request.scheme()) || retryKey != null && retryKey.isBlank()) {
      throw new BadRequestException();
    }
  }
}
