package microstorm.session.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/** Gives components of a description other names, and changes the references to them. */
final class Renaming {

  private static final String COMPONENTS = "#/components/";

  private final Map<String, String> names;

  private Renaming(Map<String, String> names) {
    this.names = names;
  }

  /**
   * A copy of the description.
   *
   * @param names the new name of each component, by its reference
   */
  static JsonNode of(JsonNode description, Map<String, String> names) {
    return new Renaming(names).copy(description, "");
  }

  /** The reference to a component, such as {@code #/components/schemas/Phase}. */
  static String reference(String kind, String name) {
    return COMPONENTS + kind + "/" + name;
  }

  private JsonNode copy(JsonNode node, String path) {
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        String below = path + "/" + field.getKey();
        copy.set(
            names.getOrDefault("#" + below, field.getKey()),
            field.getKey().equals("$ref")
                ? TextNode.valueOf(target(field.getValue().asText()))
                : copy(field.getValue(), below));
      }
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> copy.add(copy(element, path + "/-")));
      return copy;
    }
    return node;
  }

  private String target(String reference) {
    String name = names.get(reference);
    return name == null ? reference : reference.substring(0, reference.lastIndexOf('/') + 1) + name;
  }
}
