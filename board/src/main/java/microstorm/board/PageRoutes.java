package microstorm.board;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Answers each address of a page with the one document whose script shows the page. */
@ApplicationScoped
class PageRoutes {

  private static final List<String> PAGES = List.of("/j/*", "/s/*", "/t/*", "/platform");

  void register(@Observes Router router) {
    for (String path : PAGES) {
      router.route(HttpMethod.GET, path).handler(PageRoutes::document);
      router.route(HttpMethod.HEAD, path).handler(PageRoutes::document);
    }
  }

  private static void document(RoutingContext request) {
    request.reroute("/");
  }
}
