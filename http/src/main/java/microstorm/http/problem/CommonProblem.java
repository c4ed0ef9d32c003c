package microstorm.http.problem;

import java.util.Arrays;

/** The problems that every service can answer with. */
public enum CommonProblem implements ProblemType {
  INVALID(
      400,
      "Invalid request",
      "A part of the request is missing, malformed or outside its limits.",
      "Correct the parts that are listed in errors, then send the request again."),
  UNREADABLE(
      400,
      "Unreadable JSON",
      "The body is not the JSON that the operation expects.",
      "Send JSON in UTF-8 as the API description defines it."),
  MALFORMED_ADDRESS(
      400,
      "Malformed address",
      "The path or the query is not percent-encoded UTF-8.",
      "Percent-encode each part of the address as UTF-8."),
  UNEXPECTED_BODY(
      400,
      "Unexpected body",
      "The request has a body, but its method does not take one.",
      "Send the request without a body."),
  CURSOR_INVALID(
      400,
      "Invalid cursor",
      "The cursor was not issued by this list.",
      "Send the value of next from the previous page, or start again without a cursor."),
  BAD_REQUEST(
      400,
      "Bad request",
      "The service cannot parse the request.",
      "Check the path, the headers and the query parameters."),
  TOKEN_MISSING(
      401,
      "Token missing",
      "The request has no token.",
      "Send a token in the header Authorization: Bearer <token>."),
  TOKEN_INVALID(
      401,
      "Token invalid",
      "The token is malformed, has expired, was not issued by this installation, or its key was"
          + " revoked.",
      "Get a new token: join the session again, or request one with a key of the team."),
  SEAT_GONE(
      401,
      "No longer a participant",
      "You left this session or were removed from it, so the token is no longer valid.",
      "Join the session again."),
  FORBIDDEN(
      403,
      "Not allowed",
      "The role of your token does not permit this operation.",
      "Use a token of another role; the API description lists the roles."),
  NOT_FOUND(
      404,
      "Not found",
      "The resource does not exist, or you have no access to it.",
      "Check the id and the token."),
  METHOD_NOT_ALLOWED(
      405,
      "Method not allowed",
      "This path does not support the method.",
      "Use one of the methods in the header Allow."),
  NOT_ACCEPTABLE(
      406,
      "Not acceptable",
      "The service cannot answer in a media type that the header Accept permits.",
      "Accept one of the media types that the API description lists."),
  BODY_TOO_SLOW(
      408,
      "Body too slow",
      "The body did not arrive in time.",
      "Send the request again over a faster connection."),
  BODY_INCOMPLETE(
      408,
      "Body incomplete",
      "The connection ended before the body was complete.",
      "Send the request again."),
  BODY_TOO_LARGE(
      413,
      "Body too large",
      "The body is larger than the service accepts.",
      "Send a smaller body; docs/limits.md lists the limits."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "Unsupported media type",
      "This path does not accept the Content-Type of the body.",
      "Use one of the media types that the API description lists."),
  UNSUPPORTED_ENCODING(
      415,
      "Unsupported encoding",
      "The body has a Content-Encoding, which the service does not support.",
      "Send the body without compression."),
  TOO_MANY_REQUESTS(
      429,
      "Too many requests",
      "You or your team are using your full share of the service.",
      "Wait for the number of seconds in the header Retry-After, then try again."),
  TOO_MANY_CONNECTIONS(
      429,
      "Too many connections",
      "Too many requests and streams are open from your address.",
      "Wait for the number of seconds in the header Retry-After, then try again."),
  INTERNAL(
      500,
      "Internal error",
      "An error occurred in the service.",
      "Report the incident number to the operator."),
  BUSY(
      503,
      "Busy",
      "The service has no free capacity at the moment.",
      "Wait for the number of seconds in the header Retry-After, then try again."),
  UNAVAILABLE(
      503,
      "Temporarily unavailable",
      "The service, or a server that it needs, cannot be reached at the moment.",
      "Wait for the number of seconds in the header Retry-After, then try again.");

  private static final CommonProblem[] BY_STATUS = {
    BAD_REQUEST,
    FORBIDDEN,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    BODY_TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
    BUSY
  };

  private final ProblemDefinition definition;

  CommonProblem(int status, String title, String meaning, String remedy) {
    definition = new ProblemDefinition(status, title, meaning, remedy);
  }

  @Override
  public ProblemDefinition definition() {
    return definition;
  }

  /** The problem of a failure that only has an HTTP status. */
  static CommonProblem ofStatus(int status) {
    return Arrays.stream(BY_STATUS)
        .filter(problem -> problem.status() == status)
        .findFirst()
        .orElse(status < 500 ? BAD_REQUEST : INTERNAL);
  }
}
