package microstorm.http.answer;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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

  private static final String STORE_NOTHING = "no-store";
  private static final String STORAGE_FORBIDDEN = Revalidation.class.getName();

  /** After compression and before the filters that refuse requests. */
  private static final int FILTER_PRIORITY = ResponseCompression.FILTER_PRIORITY - 1;

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
   * Forbids browsers to store the answer of the current request, although it has a tag. Call it
   * before {@link #checkKnown} and {@link #tag}.
   */
  public void forbidStorage() {
    request.getCurrent().put(STORAGE_FORBIDDEN, true);
  }

  /**
   * Answers 304 if the client has this version; otherwise changes nothing.
   *
   * @throws NotModifiedException if the client has this version
   */
  public void checkKnown(byte[] version) {
    RoutingContext http = request.getCurrent();
    ContentTag tag = ContentTag.of(release, version);
    if (isKnown(tag, http)) {
      setHeaders(tag, http);
      throw new NotModifiedException();
    }
  }

  /**
   * Tags the answer. Call it last, because only a successful answer may have the tag. If the answer
   * is a stream and fails before its first byte, the refusal has no tag.
   *
   * @throws NotModifiedException if the client has this version
   */
  public void tag(byte[] version) {
    if (isKnownAfterTagging(version)) {
      throw new NotModifiedException();
    }
  }

  /** Tags the answer, and returns whether the client has this version. */
  boolean isKnownAfterTagging(byte[] version) {
    RoutingContext http = request.getCurrent();
    ContentTag tag = ContentTag.of(release, version);
    setHeaders(tag, http);
    return isKnown(tag, http);
  }

  private static boolean isKnown(ContentTag tag, RoutingContext http) {
    return tag.isIn(http.request().headers().getAll(HttpHeaders.IF_NONE_MATCH));
  }

  private static void setHeaders(ContentTag tag, RoutingContext http) {
    boolean mayStore = http.get(STORAGE_FORBIDDEN) == null;
    MultiMap headers = http.response().headers();
    headers.set(HttpHeaders.ETAG, tag.value());
    headers.set(HttpHeaders.CACHE_CONTROL, mayStore ? KEEP_AND_ASK : STORE_NOTHING);
    headers.set(HttpHeaders.VARY, VARY);
  }

  void register(@Observes Filters filters) {
    filters.register(Revalidation::observe, FILTER_PRIORITY);
  }

  /** Handlers run in reverse order, so the status is known only in one that is added early. */
  private static void observe(RoutingContext http) {
    if (http.request().method().equals(HttpMethod.GET)) {
      http.addHeadersEndHandler(complete -> withdrawIfRefused(http.response()));
    }
    http.next();
  }

  private static void withdrawIfRefused(HttpServerResponse response) {
    if (response.getStatusCode() >= 400 && response.headers().contains(HttpHeaders.ETAG)) {
      response.headers().remove(HttpHeaders.ETAG);
      response.headers().set(HttpHeaders.CACHE_CONTROL, STORE_NOTHING);
    }
  }
}
