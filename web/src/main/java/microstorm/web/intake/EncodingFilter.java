package microstorm.web.intake;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.stream.Stream;
import microstorm.web.Problem;

/**
 * Refuses requests in encodings that the services do not read: a path or query that is not
 * percent-encoded UTF-8 (400), a compressed body (415), and JSON whose bytes are not UTF-8 (400;
 * RFC 8259 allows no other).
 */
@ApplicationScoped
class EncodingFilter {

  private static final String IDENTITY = "identity";

  private final EarlyRefusals refusals;

  EncodingFilter(EarlyRefusals refusals) {
    this.refusals = refusals;
  }

  /** The head is checked before the body is received, the bytes of the body after that. */
  void register(@Observes Filters filters) {
    filters.register(this::checkHead, EarlyRefusals.FILTER_PRIORITY + 1);
    filters.register(this::checkJson, EarlyRefusals.FILTER_PRIORITY - 1);
  }

  private void checkHead(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    if (!Utf8.isPercentEncodedText(request.uri())) {
      refuseAddress(routing);
    } else if (RequestBodies.isAnnounced(request) && isEncoded(request)) {
      refuseCompressed(routing);
    } else {
      routing.next();
    }
  }

  private static boolean isEncoded(HttpServerRequest request) {
    return request.headers().getAll(HttpHeaders.CONTENT_ENCODING).stream()
        .flatMap(encodings -> Stream.of(encodings.split(",")))
        .map(String::strip)
        .anyMatch(encoding -> !encoding.isEmpty() && !encoding.equalsIgnoreCase(IDENTITY));
  }

  private void checkJson(RoutingContext routing) {
    if (routing.body().length() <= 0
        || !mayBeJson(routing.request())
        || Utf8.isText(routing.body().buffer().getBytes())) {
      routing.next();
      return;
    }
    refusals.refuse(
        routing,
        Problem.of(
            "unreadable",
            "Unreadable JSON",
            400,
            "The body is not valid UTF-8. Send the JSON in UTF-8.",
            routing.normalizedPath()));
  }

  /** A body without a Content-Type is read as JSON. */
  private static boolean mayBeJson(HttpServerRequest request) {
    String contentType = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return contentType == null || contentType.toLowerCase(Locale.ROOT).contains("json");
  }

  /** The address stays out of the answer: it is not text. */
  private void refuseAddress(RoutingContext routing) {
    refusals.refuseHead(
        routing,
        Problem.of(
            "malformed-address",
            "Malformed address",
            400,
            "The path or the query is not percent-encoded UTF-8. Encode each of its parts.",
            null));
  }

  private void refuseCompressed(RoutingContext routing) {
    routing.response().putHeader(HttpHeaders.ACCEPT_ENCODING, IDENTITY);
    refusals.refuseAndClose(
        routing,
        Problem.of(
            "unsupported-encoding",
            "Unsupported encoding",
            415,
            "The body has a Content-Encoding. Send it without compression.",
            routing.normalizedPath()));
  }
}
