package microstorm.report.document;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import microstorm.report.book.ReportResource;

/**
 * Lets the query parameter {@code format} of a report take precedence over the header Accept, for
 * clients that cannot set headers, such as the address bar of a browser. An unknown format stays,
 * and the operation refuses it.
 */
@ApplicationScoped
class FormatParameter {

  private static final String REPORTS = "/api/reports/";
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
    if (http.request().path().startsWith(REPORTS)) {
      List<String> formats = http.queryParam(ReportResource.FORMAT);
      String type = formats.size() == 1 ? MEDIA_TYPES.get(formats.get(0)) : null;
      if (type != null) {
        http.request().headers().set(HttpHeaders.ACCEPT, type);
      }
    }
    http.next();
  }
}
