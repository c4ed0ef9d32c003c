package microstorm.messaging;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/**
 * The problems of the routes on the management port. They are a part of the problems that every
 * service has: a test compares them.
 */
public enum ManagementProblem {
  INVALID(400, "Invalid request"),
  FORBIDDEN(403, "Not allowed"),
  NOT_FOUND(404, "Not found"),
  BODY_TOO_LARGE(413, "Body too large"),
  UNAVAILABLE(503, "Temporarily unavailable");

  private final int status;
  private final String title;

  ManagementProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The address of the page that explains the problem. */
  public String type() {
    return "/api/problems#" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Answers a request with this problem.
   *
   * @param detail the problem of this occurrence and the remedy
   */
  public void answer(RoutingContext request, String detail) {
    JsonObject problem =
        JsonObject.of("type", type(), "title", title, "status", status, "detail", detail);
    request
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/problem+json")
        .end(problem.encode());
  }
}
