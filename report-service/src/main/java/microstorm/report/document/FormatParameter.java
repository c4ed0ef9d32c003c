package microstorm.report.document;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import microstorm.report.book.ReportResource;

/**
 * Lets the query parameter {@code format} of a report take precedence over the header Accept, for
 * clients that cannot set headers, such as the address bar of a browser. An unknown format stays,
 * and the operation refuses it. A client that accepts everything gets the form that the API
 * promises by default; otherwise the order in which the operations are registered would choose one.
 */
@ApplicationScoped
class FormatParameter {

  private static final String REPORTS = "/api/reports/";
  private static final String LOG = "/api/logs";
  private static final String EVERYTHING = "*/*";
  private static final int FILTER_PRIORITY = 500;

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "json", "application/json",
          "markdown", "text/markdown",
          "html", "text/html",
          "pdf", "application/pdf",
          "csv", "text/csv");

  void register(@Observes Filters filters) {
    filters.register(FormatParameter::prefer, FILTER_PRIORITY);
  }

  private static void prefer(RoutingContext http) {
    String path = http.request().path();
    if (path.startsWith(REPORTS)) {
      List<String> formats = http.queryParam(ReportResource.FORMAT);
      String type = formats.size() == 1 ? MEDIA_TYPES.get(formats.get(0)) : null;
      if (type != null) {
        http.request().headers().set(HttpHeaders.ACCEPT, type);
      } else {
        acceptByDefault(http, "json");
      }
    } else if (path.equals(LOG) && http.request().method().equals(HttpMethod.GET)) {
      acceptByDefault(http, "markdown");
    }
    http.next();
  }

  private static void acceptByDefault(RoutingContext http, String form) {
    String accepted = http.request().getHeader(HttpHeaders.ACCEPT);
    if (accepted == null || accepted.isBlank() || accepted.strip().equals(EVERYTHING)) {
      http.request().headers().set(HttpHeaders.ACCEPT, MEDIA_TYPES.get(form));
    }
  }
}
