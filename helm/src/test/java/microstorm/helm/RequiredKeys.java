package microstorm.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares values with the keys that a schema requires. */
final class RequiredKeys {

  private final JsonNode root;

  RequiredKeys(JsonNode root) {
    this.root = root;
  }

  /**
   * The paths of the values that the schema does not require and that {@code optional} does not
   * list as null.
   */
  List<String> missing(JsonNode values, JsonNode optional) {
    List<String> missing = new ArrayList<>();
    collect("", values, optional, List.of(root), missing);
    return missing;
  }

  private void collect(
      String path,
      JsonNode values,
      JsonNode optional,
      List<JsonNode> schemas,
      List<String> missing) {
    Set<String> required =
        schemas.stream()
            .flatMap(schema -> schema.path("required").valueStream())
            .map(JsonNode::asText)
            .collect(Collectors.toSet());
    for (Map.Entry<String, JsonNode> entry : values.properties()) {
      String key = entry.getKey();
      if (optional.path(key).isNull()) {
        continue;
      }
      if (!required.contains(key)) {
        missing.add(path + key);
      }
      List<JsonNode> inner =
          schemas.stream()
              .map(schema -> schema.path("properties").path(key))
              .flatMap(this::resolved)
              .toList();
      collect(path + key + ".", entry.getValue(), optional.path(key), inner, missing);
    }
  }

  /** A schema, the definition that it refers to and the schemas of its {@code allOf}. */
  private Stream<JsonNode> resolved(JsonNode schema) {
    Stream<JsonNode> definition =
        schema.has("$ref")
            ? resolved(root.at(schema.path("$ref").asText().substring(1)))
            : Stream.empty();
    Stream<JsonNode> all = schema.path("allOf").valueStream().flatMap(this::resolved);
    return Stream.of(Stream.of(schema), definition, all).flatMap(part -> part);
  }
}
