package microstorm.web;

import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.stream.Stream;
import microstorm.web.Problem.FieldError;
import org.jboss.resteasy.reactive.RestQuery;

/** Checks the numeric query parameters of a request. */
final class QueryNumbers {

  private QueryNumbers() {}

  /** The errors of this method's numeric parameters. */
  static List<FieldError> faults(Method method, UriInfo uri) {
    return Stream.of(method.getParameters())
        .filter(p -> p.isAnnotationPresent(RestQuery.class) && p.getType() == int.class)
        .map(Parameter::getName)
        .filter(name -> !areNumbers(uri.getQueryParameters().getOrDefault(name, List.of())))
        .map(name -> new FieldError(name, "must be a whole number of at most 2147483647"))
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
