package microstorm.web;

import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.stream.Stream;
import microstorm.web.Problem.FieldError;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of a request that are to be numbers. */
final class QueryNumbers {

  private QueryNumbers() {}

  /** Those that are none, of those that this method asks for. */
  static List<FieldError> faults(Method asked, UriInfo uri) {
    return Stream.of(asked.getParameters())
        .filter(asks -> asks.isAnnotationPresent(RestQuery.class) && asks.getType() == int.class)
        .map(Parameter::getName)
        .filter(name -> !areNumbers(uri.getQueryParameters().getOrDefault(name, List.of())))
        .map(name -> new FieldError(name, "must be a whole number, not too large"))
        .toList();
  }

  private static boolean areNumbers(List<String> values) {
    try {
      values.forEach(Integer::parseInt);
      return true;
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }
}
