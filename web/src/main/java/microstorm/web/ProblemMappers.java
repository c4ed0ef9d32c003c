package microstorm.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.json.Json;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import microstorm.database.DatabaseFailures;
import microstorm.web.Problem.FieldError;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure of a request as problem+json: no stack trace and no secret leaves the service. */
public class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final int DATABASE_RETRY_SECONDS = 1;

  @ServerExceptionMapper
  Response refusal(Refusal refusal, UriInfo uri) {
    Response.ResponseBuilder answer =
        answer(
            Problem.of(
                refusal.name(),
                refusal.title(),
                refusal.status(),
                refusal.getMessage(),
                uri.getPath()));
    if (refusal.retryAfterSeconds() != null) {
      answer.header("Retry-After", refusal.retryAfterSeconds());
    }
    return answer.build();
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException invalid, ResourceInfo resource, UriInfo uri) {
    List<FieldError> errors =
        invalid.getConstraintViolations().stream()
            .map(
                violation ->
                    new FieldError(
                        FaultyField.nameOf(violation, resource.getResourceMethod()),
                        violation.getMessage()))
            .toList();
    return invalid(errors, uri);
  }

  static Response invalid(List<FieldError> errors, UriInfo uri) {
    return answer(
            Problem.of("invalid", "Invalid request", 400, "See errors.", uri.getPath())
                .with(errors))
        .build();
  }

  @ServerExceptionMapper({
    JsonProcessingException.class,
    JsonMappingException.class,
    MismatchedInputException.class
  })
  Response unreadable(JsonProcessingException unreadable, UriInfo uri) {
    return answer(
            Problem.of(
                "unreadable",
                "Unreadable JSON",
                400,
                JsonFaults.describe(unreadable),
                uri.getPath()))
        .build();
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response unauthenticated(SecurityException unauthenticated, UriInfo uri) {
    return answer(
            Problem.of(
                "token-missing",
                "Not signed in",
                401,
                "This needs a valid token in the header Authorization: Bearer ...",
                uri.getPath()))
        .header("WWW-Authenticate", "Bearer")
        .build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException forbidden, UriInfo uri) {
    return answer(
            Problem.of(
                "forbidden",
                "Not allowed",
                403,
                "The token's role does not allow this.",
                uri.getPath()))
        .build();
  }

  @ServerExceptionMapper
  Response http(WebApplicationException failure, UriInfo uri) {
    if (failure.getCause() instanceof JsonProcessingException unreadable) {
      return unreadable(unreadable, uri);
    }
    Response.StatusType status = failure.getResponse().getStatusInfo();
    String name = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    String detail = HttpDetails.of(status.getStatusCode());
    Response.ResponseBuilder answer =
        answer(
            Problem.of(
                name, status.getReasonPhrase(), status.getStatusCode(), detail, uri.getPath()));
    String allow = failure.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return allow == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allow).build();
  }

  @ServerExceptionMapper
  Response unexpected(Throwable failure, UriInfo uri) {
    if (failure instanceof IOException || failure instanceof HttpClosedException) {
      return cutOff(uri);
    }
    if (DatabaseFailures.isTemporary(failure)) {
      LOG.warnf("The database is not available: %s", DatabaseFailures.describe(failure));
      return answer(
              Problem.of(
                  "unavailable",
                  "Temporarily unavailable",
                  503,
                  "The service cannot reach its database at the moment; please try again.",
                  uri.getPath()))
          .header("Retry-After", DATABASE_RETRY_SECONDS)
          .build();
    }
    UUID incident = UUID.randomUUID();
    LOG.errorf(failure, "Incident %s", incident);
    return answer(
            Problem.of(
                "internal",
                "Internal error",
                500,
                "Something went wrong here; it is logged as incident " + incident + ".",
                uri.getPath()))
        .build();
  }

  /** The client's part of the connection failed; nobody here has to look into that. */
  private static Response cutOff(UriInfo uri) {
    return answer(
            Problem.of(
                "cut-off",
                "Body cut off",
                408,
                "The body did not arrive completely, or is larger than is taken.",
                uri.getPath()))
        .build();
  }

  /** As text, because a path that answers in another media type has no writer for an object. */
  private static Response.ResponseBuilder answer(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(Json.encode(problem));
  }
}
