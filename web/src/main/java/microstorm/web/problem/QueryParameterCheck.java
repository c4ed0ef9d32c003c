package microstorm.web.problem;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import microstorm.web.problem.Problem.FieldError;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that are empty, given more than once or not a number. JAX-RS would take
 * the default for an empty one and the first of several, and answer 404 to an invalid number.
 */
class QueryParameterCheck {

  /** Before the request waits for its turn. */
  private static final int EARLY = 2_000;

  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");

  @ServerRequestFilter(nonBlocking = true, priority = EARLY)
  Response check(ResourceInfo resource, UriInfo uri) {
    if (uri.getQueryParameters().isEmpty()) {
      return null;
    }
    List<FieldError> errors =
        Stream.of(resource.getResourceMethod().getParameters())
            .filter(parameter -> parameter.isAnnotationPresent(RestQuery.class))
            .flatMap(parameter -> errors(parameter, uri))
            .toList();
    return errors.isEmpty() ? null : ProblemMappers.invalid(errors, uri);
  }

  private static Stream<FieldError> errors(Parameter parameter, UriInfo uri) {
    String name = parameter.getName();
    List<String> values = uri.getQueryParameters().getOrDefault(name, List.of());
    if (values.size() > 1) {
      return Stream.of(new FieldError(name, "must be given only once"));
    }
    return values.stream()
        .flatMap(value -> error(value, parameter.getType()))
        .map(error -> new FieldError(name, error));
  }

  private static Stream<String> error(String value, Class<?> type) {
    if (value.isEmpty()) {
      return Stream.of("must not be empty; omit it to get the default");
    }
    if (type == int.class && !isInteger(value)) {
      return Stream.of("must be a whole number of at most 2147483647");
    }
    return Stream.empty();
  }

  /**
   * Accepts the integers of JSON. Java also accepts a plus sign and the digits of other scripts.
   */
  private static boolean isInteger(String value) {
    try {
      Integer.parseInt(value);
      return INTEGER.matcher(value).matches();
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }
}
