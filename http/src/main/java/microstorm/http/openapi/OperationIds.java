package microstorm.http.openapi;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.MethodInfo;

/** Finds the operation that a resource method describes. */
final class OperationIds {

  private OperationIds() {}

  /** The operationId of a method; empty if it is not described. */
  static Optional<String> of(MethodInfo method) {
    return Optional.ofNullable(method.annotation(Operation.class))
        .map(operation -> operation.value("operationId"))
        .map(AnnotationValue::asString);
  }
}
