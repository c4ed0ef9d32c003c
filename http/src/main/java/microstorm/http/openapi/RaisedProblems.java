package microstorm.http.openapi;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** The problems that {@link Raises} names, by the operationId of the same method. */
final class RaisedProblems {

  private RaisedProblems() {}

  /**
   * The ids of the problems of each operation. Methods that a generated class overrides count once.
   *
   * @throws IllegalStateException if a method has no operationId
   */
  static Map<String, List<String>> byOperationId(IndexView index) {
    return index.getAnnotations(Raises.class).stream()
        .filter(raises -> raises.target().kind() == AnnotationTarget.Kind.METHOD)
        .collect(
            Collectors.toMap(
                raises -> operationId(raises.target().asMethod()),
                raises -> List.of(raises.value().asStringArray()),
                (method, overriding) -> method));
  }

  private static String operationId(MethodInfo method) {
    return OperationIds.of(method)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    method.declaringClass().name()
                        + "."
                        + method.name()
                        + " needs an operationId."));
  }
}
