package microstorm.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that must be strings in Kubernetes. */
final class TextFields {

  private static final Set<String> NAMES =
      Set.of(
          "name",
          "namespace",
          "value",
          "key",
          "path",
          "image",
          "secretName",
          "host",
          "cidr",
          "storageClassName",
          "ingressClassName",
          "priorityClassName",
          "serviceAccountName",
          "storage");

  /** Maps and lists of strings. */
  private static final Set<String> COLLECTIONS =
      Set.of(
          "labels",
          "annotations",
          "matchLabels",
          "nodeSelector",
          "data",
          "hosts",
          "hostnames",
          "args",
          "command");

  private TextFields() {}

  /** The paths of the fields of an object that must be strings and are not. */
  static List<String> notText(JsonNode object) {
    List<String> found = new ArrayList<>();
    collect("", object, found);
    return found;
  }

  private static void collect(String path, JsonNode node, List<String> found) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String here = path + "/" + field.getKey();
      JsonNode value = field.getValue();
      if (COLLECTIONS.contains(field.getKey()) && value.isContainerNode()) {
        value.valueStream().filter(element -> !element.isTextual()).forEach(e -> found.add(here));
      } else if (NAMES.contains(field.getKey()) && value.isValueNode() && !value.isTextual()) {
        found.add(here);
      }
      collect(here, value, found);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(path + "/" + i, node.get(i), found);
    }
  }
}
