package microstorm.http.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path.Node;
import jakarta.validation.Path.ParameterNode;
import jakarta.validation.Valid;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.RestHeader;

/** Finds the name that a client knows for the refused part of a request. */
final class FaultyField {

  private static final String BODY = "body";

  private FaultyField() {}

  /**
   * The name of a header, {@code body}, or the name of a field without the method and its
   * parameter; for an element of a list, its index.
   *
   * @param asked the method that handles the request
   */
  static String nameOf(ConstraintViolation<?> violation, Method asked) {
    List<Node> path =
        StreamSupport.stream(violation.getPropertyPath().spliterator(), false).toList();
    Node last = path.get(path.size() - 1);
    if (last.getKind() == ElementKind.PARAMETER && path.get(0).getName().equals(asked.getName())) {
      int index = last.as(ParameterNode.class).getParameterIndex();
      Parameter parameter = asked.getParameters()[index];
      RestHeader header = parameter.getAnnotation(RestHeader.class);
      if (header != null) {
        return header.value();
      }
      if (parameter.isAnnotationPresent(Valid.class)) {
        return BODY;
      }
    }
    String whole = violation.getPropertyPath().toString().replaceFirst("\\.<[^>]+>$", "");
    return whole.substring(whole.lastIndexOf('.') + 1);
  }
}
