package microstorm.web.answer;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tags the answer of the current request with its version, and answers 304 to a client that has
 * this version already ({@code If-None-Match}).
 *
 * <p>A version may depend only on what the caller can see in the answer. Otherwise a caller could
 * count hidden changes by asking repeatedly.
 */
@ApplicationScoped
public class Revalidation {

  /** A client may keep the answer for itself, and asks each time whether it is still valid. */
  private static final String KEEP_AND_ASK = "private, no-cache";

  private static final String VARY = "Accept, Accept-Encoding, Authorization";

  private final CurrentVertxRequest request;
  private final byte[] release;

  /**
   * @param release part of each version, because another release may describe the same state
   *     differently
   */
  Revalidation(
      CurrentVertxRequest request,
      @ConfigProperty(name = "quarkus.application.version") String release) {
    this.request = request;
    this.release = release.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the client has some version already. */
  public boolean isAsked() {
    return request.getCurrent().request().headers().contains(HttpHeaders.IF_NONE_MATCH);
  }

  /**
   * Tags the answer. Call it last, because only a successful answer may have the tag.
   *
   * @throws NotModifiedException if the client has this version
   */
  public void tag(byte[] version) {
    RoutingContext http = request.getCurrent();
    ContentTag tag = ContentTag.of(release, version);
    MultiMap headers = http.response().headers();
    headers.set(HttpHeaders.ETAG, tag.value());
    headers.set(HttpHeaders.CACHE_CONTROL, KEEP_AND_ASK);
    headers.set(HttpHeaders.VARY, VARY);
    if (tag.isIn(http.request().headers().getAll(HttpHeaders.IF_NONE_MATCH))) {
      throw new NotModifiedException();
    }
  }
}
