package microstorm.http.problem;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import microstorm.http.problem.Problem.FieldError;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the operation does not have, and those that are empty, given more
 * than once or not of the kind that the operation takes. JAX-RS would ignore an unknown one, take
 * the default for an empty one and the first of several, and answer 404 to an invalid number, date
 * or id.
 */
class QueryParameterCheck {

  /** Before the request waits for its turn. */
  private static final int EARLY = 2_000;

  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");

  private static final Pattern ID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  @ServerRequestFilter(nonBlocking = true, priority = EARLY)
  Response check(ResourceInfo resource, UriInfo uri) {
    if (uri.getQueryParameters().isEmpty()) {
      return null;
    }
    Map<String, QueryParameter> known = parameters(resource.getResourceMethod());
    List<FieldError> errors =
        uri.getQueryParameters().entrySet().stream()
            .filter(given -> !given.getKey().isEmpty())
            .flatMap(given -> errors(given.getKey(), given.getValue(), known))
            .toList();
    return errors.isEmpty() ? null : ProblemMappers.invalid(errors, uri);
  }

  /**
   * A query parameter of an operation.
   *
   * @param lenient whether the operation itself accepts every value
   */
  private record QueryParameter(Class<?> type, boolean lenient) {}

  /** The query parameters of an operation by name, in the order of their declaration. */
  private static Map<String, QueryParameter> parameters(Method operation) {
    Map<String, QueryParameter> byName = new LinkedHashMap<>();
    for (Parameter parameter : operation.getParameters()) {
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        for (Field field : parameter.getType().getDeclaredFields()) {
          add(field, field.getName(), field.getType(), byName);
        }
      } else {
        add(parameter, parameter.getName(), parameter.getType(), byName);
      }
    }
    return byName;
  }

  private static void add(
      AnnotatedElement declared, String name, Class<?> type, Map<String, QueryParameter> byName) {
    RestQuery query = declared.getAnnotation(RestQuery.class);
    QueryParam lenient = declared.getAnnotation(QueryParam.class);
    if (lenient != null) {
      byName.put(lenient.value(), new QueryParameter(type, true));
    } else if (query != null) {
      byName.put(query.value().isEmpty() ? name : query.value(), new QueryParameter(type, false));
    }
  }

  private static Stream<FieldError> errors(
      String name, List<String> values, Map<String, QueryParameter> known) {
    QueryParameter parameter = known.get(name);
    if (parameter == null) {
      return Stream.of(new FieldError(name, unknown(known.keySet())));
    }
    if (parameter.lenient) {
      return Stream.empty();
    }
    if (values.size() > 1) {
      return Stream.of(new FieldError(name, "must be given only once"));
    }
    return values.stream()
        .flatMap(value -> error(value, parameter.type))
        .map(error -> new FieldError(name, error));
  }

  private static String unknown(Set<String> known) {
    return known.isEmpty()
        ? "is not a query parameter of this operation, which has none"
        : "is not a query parameter of this operation, which has: " + String.join(", ", known);
  }

  private static Stream<String> error(String value, Class<?> type) {
    if (value.isEmpty()) {
      return Stream.of("must not be empty; omit it to get the default");
    }
    if ((type == int.class || type == Integer.class) && !isInteger(value)) {
      return Stream.of("must be a whole number of at most 2147483647");
    }
    if (type == LocalDate.class && !isDate(value)) {
      return Stream.of("must be a date such as 2026-01-02");
    }
    if (type == UUID.class && !ID.matcher(value).matches()) {
      return Stream.of("must be an id such as 0190a000-0000-7000-8000-000000000001");
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

  private static boolean isDate(String value) {
    try {
      return LocalDate.parse(value).toString().equals(value);
    } catch (DateTimeException notADate) {
      return false;
    }
  }
}
