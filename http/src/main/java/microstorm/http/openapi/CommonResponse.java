package microstorm.http.openapi;

import static microstorm.http.problem.CommonProblem.BAD_REQUEST;
import static microstorm.http.problem.CommonProblem.BODY_INCOMPLETE;
import static microstorm.http.problem.CommonProblem.BODY_TOO_LARGE;
import static microstorm.http.problem.CommonProblem.BODY_TOO_SLOW;
import static microstorm.http.problem.CommonProblem.BUSY;
import static microstorm.http.problem.CommonProblem.CURSOR_INVALID;
import static microstorm.http.problem.CommonProblem.FORBIDDEN;
import static microstorm.http.problem.CommonProblem.INTERNAL;
import static microstorm.http.problem.CommonProblem.INVALID;
import static microstorm.http.problem.CommonProblem.MALFORMED_ADDRESS;
import static microstorm.http.problem.CommonProblem.NOT_ACCEPTABLE;
import static microstorm.http.problem.CommonProblem.NOT_FOUND;
import static microstorm.http.problem.CommonProblem.SEAT_GONE;
import static microstorm.http.problem.CommonProblem.TOKEN_INVALID;
import static microstorm.http.problem.CommonProblem.TOKEN_MISSING;
import static microstorm.http.problem.CommonProblem.TOO_MANY_REQUESTS;
import static microstorm.http.problem.CommonProblem.UNAVAILABLE;
import static microstorm.http.problem.CommonProblem.UNEXPECTED_BODY;
import static microstorm.http.problem.CommonProblem.UNREADABLE;
import static microstorm.http.problem.CommonProblem.UNSUPPORTED_ENCODING;
import static microstorm.http.problem.CommonProblem.UNSUPPORTED_MEDIA_TYPE;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.ProblemType;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** Problems that follow from the shape of an operation: those of one status, under a condition. */
enum CommonResponse {
  INVALID_REQUEST(shape -> true, INVALID, MALFORMED_ADDRESS, BAD_REQUEST),
  INVALID_BODY(OperationShape::hasJsonBody, UNREADABLE),
  NO_BODY_EXPECTED(shape -> shape.method() == HttpMethod.GET, UNEXPECTED_BODY),
  INVALID_CURSOR(OperationShape::isPaged, CURSOR_INVALID),
  UNAUTHENTICATED(OperationShape::isSecured, TOKEN_MISSING, TOKEN_INVALID),
  SEAT_IS_GONE(OperationShape::isForSeats, SEAT_GONE),
  WRONG_ROLE(OperationShape::isForRoles, FORBIDDEN),
  ABSENT(OperationShape::namesAResource, NOT_FOUND),
  UNACCEPTABLE(OperationShape::returnsContent, NOT_ACCEPTABLE),
  SLOW_BODY(OperationShape::hasBody, BODY_TOO_SLOW, BODY_INCOMPLETE),
  LARGE_BODY(OperationShape::hasBody, BODY_TOO_LARGE),
  WRONG_BODY(OperationShape::hasBody, UNSUPPORTED_MEDIA_TYPE, UNSUPPORTED_ENCODING),
  TOO_MANY(shape -> true, TOO_MANY_REQUESTS),
  FAILED(shape -> true, INTERNAL),
  OVERLOADED(shape -> true, BUSY, UNAVAILABLE);

  private final Predicate<OperationShape> condition;
  private final List<CommonProblem> problems;

  CommonResponse(Predicate<OperationShape> condition, CommonProblem... problems) {
    this.condition = condition;
    this.problems = List.of(problems);
  }

  /** The problems that an operation of this shape can answer with. */
  static Stream<ProblemType> of(OperationShape shape) {
    return Stream.of(values())
        .filter(response -> response.condition.test(shape))
        .flatMap(response -> response.problems.stream());
  }
}
