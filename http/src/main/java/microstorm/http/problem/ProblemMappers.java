package microstorm.http.problem;

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
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import microstorm.database.DatabaseFailures;
import microstorm.http.problem.Problem.FieldError;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure of a request into problem+json, without stack traces and secrets. */
public class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final int DATABASE_RETRY_SECONDS = 1;

  /** More errors would make the answer far larger than the request. */
  private static final int MAX_ERRORS = 20;

  /** A list comes before its entries. */
  private static final Comparator<FieldError> ORDER =
      Comparator.<FieldError>comparingInt(error -> error.field().length())
          .thenComparing(FieldError::field);

  @ServerExceptionMapper
  Response refusal(ProblemException refusal, UriInfo uri) {
    Response.ResponseBuilder answer =
        answer(
            Problem.of(refusal.type(), refusal.getMessage(), uri.getPath()).with(refusal.errors()));
    if (refusal.retryAfterSeconds() != null) {
      answer.header("Retry-After", refusal.retryAfterSeconds());
    }
    return answer.build();
  }

  /** The answer to the failure of an operation that was repeated outside its resource method. */
  public Response answer(Throwable failure, UriInfo uri) {
    return failure instanceof ProblemException refusal
        ? refusal(refusal, uri)
        : unexpected(failure, uri);
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
            .sorted(ORDER)
            .toList();
    return invalid(errors, uri);
  }

  static Response invalid(List<FieldError> errors, UriInfo uri) {
    List<FieldError> listed = errors.subList(0, Math.min(errors.size(), MAX_ERRORS));
    String detail = FieldError.sentence(listed) + furtherErrors(errors.size() - listed.size());
    return answer(Problem.of(CommonProblem.INVALID, detail, uri.getPath()).with(listed)).build();
  }

  @ServerExceptionMapper({
    JsonProcessingException.class,
    JsonMappingException.class,
    MismatchedInputException.class
  })
  Response unreadable(JsonProcessingException unreadable, UriInfo uri) {
    return answer(
            Problem.of(CommonProblem.UNREADABLE, JsonFaults.describe(unreadable), uri.getPath()))
        .build();
  }

  @ServerExceptionMapper
  Response withoutToken(UnauthorizedException missing, UriInfo uri) {
    return unauthenticated(CommonProblem.TOKEN_MISSING, "Bearer", uri);
  }

  @ServerExceptionMapper
  Response withInvalidToken(AuthenticationFailedException invalid, UriInfo uri) {
    return unauthenticated(CommonProblem.TOKEN_INVALID, "Bearer error=\"invalid_token\"", uri);
  }

  /** The challenge is that of RFC 6750, section 3. */
  private static Response unauthenticated(ProblemType type, String challenge, UriInfo uri) {
    return answer(problem(type, uri)).header(HttpHeaders.WWW_AUTHENTICATE, challenge).build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException forbidden, UriInfo uri) {
    return answer(problem(CommonProblem.FORBIDDEN, uri)).build();
  }

  @ServerExceptionMapper
  Response http(WebApplicationException failure, UriInfo uri) {
    if (failure.getCause() instanceof JsonProcessingException unreadable) {
      return unreadable(unreadable, uri);
    }
    CommonProblem type = CommonProblem.ofStatus(failure.getResponse().getStatus());
    Response.ResponseBuilder answer = answer(problem(type, uri));
    String allow = failure.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return allow == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allow).build();
  }

  @ServerExceptionMapper
  Response unexpected(Throwable failure, UriInfo uri) {
    if (failure instanceof IOException || failure instanceof HttpClosedException) {
      return cutOff(uri);
    }
    if (DatabaseFailures.isTemporary(failure)) {
      LOG.warnf("The database is unavailable: %s", DatabaseFailures.describe(failure));
      return answer(problem(CommonProblem.UNAVAILABLE, uri))
          .header("Retry-After", DATABASE_RETRY_SECONDS)
          .build();
    }
    UUID incident = UUID.randomUUID();
    LOG.errorf(failure, "Incident %s", incident);
    return answer(
            Problem.of(
                CommonProblem.INTERNAL,
                "The service failed. Report incident " + incident + " to the operator.",
                uri.getPath()))
        .build();
  }

  /** The connection failed on the client's side, so there is nothing to log. */
  private static Response cutOff(UriInfo uri) {
    return answer(problem(CommonProblem.BODY_INCOMPLETE, uri)).build();
  }

  private static Problem problem(ProblemType type, UriInfo uri) {
    return Problem.of(type, type.meaning() + " " + type.remedy(), uri.getPath());
  }

  private static String furtherErrors(int number) {
    return switch (number) {
      case 0 -> "";
      case 1 -> " One more error is not listed.";
      default -> " " + number + " more errors are not listed.";
    };
  }

  /** The entity is text, because a path with another media type has no writer for an object. */
  private static Response.ResponseBuilder answer(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(Json.encode(problem));
  }
}
