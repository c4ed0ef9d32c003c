package microstorm.http.answer;

import io.quarkus.vertx.http.Uncompressed;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Leaves the answers of {@link Uncompressed} resource methods as they are. */
public class UncompressedFilter {

  /** Filters that do not block have to run before all others. */
  private static final int EARLY = 2_100;

  @ServerRequestFilter(nonBlocking = true, priority = EARLY)
  public void forbid(ResourceInfo resource, RoutingContext http) {
    if (resource.getResourceMethod().isAnnotationPresent(Uncompressed.class)) {
      ResponseCompression.forbid(http);
    }
  }
}
