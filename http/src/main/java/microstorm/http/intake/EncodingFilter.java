package microstorm.http.intake;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.stream.Stream;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.Problem;

/**
 * Refuses requests in encodings that the services do not support: a path or query that is not
 * percent-encoded UTF-8 (400), a compressed body (415), and JSON that is not UTF-8 (400; RFC 8259
 * permits no other encoding).
 */
@ApplicationScoped
class EncodingFilter {

  private static final String IDENTITY = "identity";

  private final EarlyRefusals refusals;

  EncodingFilter(EarlyRefusals refusals) {
    this.refusals = refusals;
  }

  /** Checks the head before the body is received, and the bytes of the body afterwards. */
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
        || Utf8.isText(((BufferImpl) routing.body().buffer()).byteBuf())) {
      routing.next();
      return;
    }
    refusals.refuse(
        routing,
        Problem.of(
            CommonProblem.UNREADABLE,
            "The body is not valid UTF-8. Send the JSON in UTF-8.",
            routing.normalizedPath()));
  }

  /** A body without a Content-Type is read as JSON. */
  private static boolean mayBeJson(HttpServerRequest request) {
    String contentType = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return contentType == null || contentType.toLowerCase(Locale.ROOT).contains("json");
  }

  /** The answer does not repeat the address, which is not valid text. */
  private void refuseAddress(RoutingContext routing) {
    refusals.refuseHead(
        routing,
        Problem.of(
            CommonProblem.MALFORMED_ADDRESS,
            "The path or the query is not percent-encoded UTF-8. Encode each of its parts.",
            null));
  }

  private void refuseCompressed(RoutingContext routing) {
    routing.response().putHeader(HttpHeaders.ACCEPT_ENCODING, IDENTITY);
    refusals.refuseAndClose(
        routing,
        Problem.of(
            CommonProblem.UNSUPPORTED_ENCODING,
            "The body has a Content-Encoding. Send it without compression.",
            routing.normalizedPath()));
  }
}
