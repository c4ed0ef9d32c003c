package microstorm.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path.Node;
import jakarta.validation.Path.ParameterNode;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.RestHeader;

/** What a client calls the part of a request that is refused. */
final class FaultyField {

  private FaultyField() {}

  /**
   * A header's name, or a field's without the method and its parameter; of a list, the place and
   * not the word for it.
   *
   * @param asked the method that takes the request
   */
  static String nameOf(ConstraintViolation<?> violation, Method asked) {
    List<Node> path =
        StreamSupport.stream(violation.getPropertyPath().spliterator(), false).toList();
    Node last = path.get(path.size() - 1);
    if (last.getKind() == ElementKind.PARAMETER && path.get(0).getName().equals(asked.getName())) {
      int index = last.as(ParameterNode.class).getParameterIndex();
      RestHeader header = asked.getParameters()[index].getAnnotation(RestHeader.class);
      if (header != null) {
        return header.value();
      }
    }
    String whole = violation.getPropertyPath().toString().replaceFirst("\\.<[^>]+>$", "");
    return whole.substring(whole.lastIndexOf('.') + 1);
  }
}
