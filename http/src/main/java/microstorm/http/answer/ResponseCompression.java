package microstorm.http.answer;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Compresses answers that are large enough, for clients that accept it. Quarkus marks every answer
 * as not to be compressed; this class removes the mark from some.
 *
 * <p>The length of a compressed text shows how similar its parts are (BREACH, CRIME). So an answer
 * must not contain both a secret and text of somebody who may not know it. Tokens and keys are only
 * in answers to POST, which are never compressed. A resource method with such an answer to GET is
 * {@code @Uncompressed}, or calls {@link #forbid}.
 */
@ApplicationScoped
public class ResponseCompression {

  /** A smaller answer fits into one packet anyway. */
  static final int LEAST_BYTES = 1_024;

  private static final Set<String> MEDIA_TYPES =
      Set.of("application/json", "application/yaml", "text/markdown");

  /** Before all other filters of the services, because it marks the answers of all of them. */
  static final int FILTER_PRIORITY = 1_100;

  private static final String FORBIDDEN = ResponseCompression.class.getName();

  /** Leaves the answer as it is. */
  public static void forbid(RoutingContext http) {
    http.put(FORBIDDEN, true);
  }

  void register(@Observes Filters filters) {
    filters.register(this::observe, FILTER_PRIORITY);
  }

  /** The mark comes from here, too, because requests are refused before Quarkus sets it. */
  private void observe(RoutingContext http) {
    http.response().putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
    if (http.request().method().equals(HttpMethod.GET)) {
      http.addHeadersEndHandler(complete -> permit(http));
    }
    http.next();
  }

  private static void permit(RoutingContext http) {
    MultiMap headers = http.response().headers();
    if (http.get(FORBIDDEN) == null
        && http.response().getStatusCode() == 200
        && headers.contains(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY, true)
        && isCompressible(headers.get(HttpHeaders.CONTENT_TYPE))
        && isLarge(headers.get(HttpHeaders.CONTENT_LENGTH))) {
      headers.remove(HttpHeaders.CONTENT_ENCODING);
    }
  }

  private static boolean isCompressible(String contentType) {
    return contentType != null && MEDIA_TYPES.contains(contentType.split(";", 2)[0].strip());
  }

  /** An answer of unknown length is a document that is sent in parts. */
  private static boolean isLarge(String contentLength) {
    return contentLength == null || Long.parseLong(contentLength) >= LEAST_BYTES;
  }
}
