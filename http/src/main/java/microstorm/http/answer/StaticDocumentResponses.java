package microstorm.http.answer;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Answers with a {@link StaticDocument}, or with 304 to a client that has it already. Any cache may
 * keep it for an hour.
 */
@ApplicationScoped
public class StaticDocumentResponses {

  private static final String KEEP = "public, max-age=3600";
  private static final String VARY = "Accept, Accept-Encoding";

  private final CurrentVertxRequest request;

  StaticDocumentResponses(CurrentVertxRequest request) {
    this.request = request;
  }

  /** The response. Further headers apply to 304, too, because a cache takes them from there. */
  public ResponseBuilder<ChunkedContent> of(StaticDocument document) {
    RoutingContext http = request.getCurrent();
    ResponseCompression.forbid(http);
    MultiMap headers = http.response().headers();
    headers.set(HttpHeaders.ETAG, document.tag().value());
    headers.set(HttpHeaders.CACHE_CONTROL, KEEP);
    headers.set(HttpHeaders.VARY, VARY);
    if (document.tag().isIn(http.request().headers().getAll(HttpHeaders.IF_NONE_MATCH))) {
      return ResponseBuilder.notModified();
    }
    ChunkedContent content =
        document.content(document.isCompressible() && accepts(StaticDocument.GZIP, http));
    if (http.request().method().equals(HttpMethod.HEAD)) {
      headers.remove(HttpHeaders.CONTENT_ENCODING); // only GET loses the mark "identity" by itself
      content.describe(headers::set); // no writer is called
    }
    return ResponseBuilder.ok(content).header("Content-Type", document.mediaType());
  }

  private static boolean accepts(String encoding, RoutingContext http) {
    return AcceptedEncodings.of(http.request().headers().getAll(HttpHeaders.ACCEPT_ENCODING))
        .contain(encoding);
  }
}
