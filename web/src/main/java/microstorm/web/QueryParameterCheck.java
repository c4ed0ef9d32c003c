package microstorm.web;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import microstorm.web.Problem.FieldError;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that are empty, given twice or no numbers. JAX-RS takes the default for
 * an empty one and the first of two, and answers 404 to a number that is none.
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
      return Stream.of(new FieldError(name, "must be given once"));
    }
    return values.stream()
        .flatMap(value -> fault(value, parameter.getType()))
        .map(fault -> new FieldError(name, fault));
  }

  private static Stream<String> fault(String value, Class<?> type) {
    if (value.isEmpty()) {
      return Stream.of("must not be empty; leave it out to get the default");
    }
    if (type == int.class && !isInteger(value)) {
      return Stream.of("must be a whole number, not too large");
    }
    return Stream.empty();
  }

  /** As JSON writes integers: Java also reads a plus and the digits of other scripts. */
  private static boolean isInteger(String value) {
    try {
      Integer.parseInt(value);
      return INTEGER.matcher(value).matches();
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }
}
