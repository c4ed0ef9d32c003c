package microstorm.session.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Merges the descriptions of several services into one. Components that are equal in two services
 * are shared. Another component of the same name gets the prefix of its service.
 */
final class DescriptionMerge {

  private static final String COMPONENTS = "components";

  private final ObjectNode merged = JsonNodeFactory.instance.objectNode();

  /**
   * Starts with the parts that belong to no service.
   *
   * @param version the version of OpenAPI
   */
  DescriptionMerge(String version, String title, String apiVersion, String description) {
    merged.put("openapi", version);
    merged
        .putObject("info")
        .put("title", title)
        .put("version", apiVersion)
        .put("description", description);
    merged.putArray("servers");
    merged.putArray("tags");
    merged.putObject("paths");
    merged.putObject(COMPONENTS);
    merged.putArray("x-problems");
  }

  /**
   * Adds the description of a service.
   *
   * @param prefix of components that another service has with a different content
   * @throws IllegalStateException if two services have the same path, if a name is in use, or if
   *     their servers, tags or problem types of the same name differ
   */
  DescriptionMerge add(String prefix, ObjectNode service) {
    ObjectNode renamed = withOwnNames(prefix, service);
    addMissing("servers", "url", renamed);
    addMissing("tags", "name", renamed);
    addMissing("x-problems", "id", renamed);
    for (Map.Entry<String, JsonNode> path : renamed.path("paths").properties()) {
      if (paths().has(path.getKey())) {
        throw new IllegalStateException("Two services describe " + path.getKey() + ".");
      }
      paths().set(path.getKey(), path.getValue());
    }
    for (Map.Entry<String, JsonNode> kind : renamed.path(COMPONENTS).properties()) {
      ObjectNode components =
          merged.withObjectProperty(COMPONENTS).withObjectProperty(kind.getKey());
      kind.getValue().properties().forEach(one -> components.set(one.getKey(), one.getValue()));
    }
    return this;
  }

  ObjectNode result() {
    return merged;
  }

  private ObjectNode paths() {
    return merged.withObjectProperty("paths");
  }

  private void addMissing(String list, String key, ObjectNode service) {
    ArrayNode all = merged.withArrayProperty(list);
    Map<String, JsonNode> known = new HashMap<>();
    all.forEach(entry -> known.put(entry.path(key).asText(), entry));
    for (JsonNode entry : service.path(list)) {
      JsonNode other = known.putIfAbsent(entry.path(key).asText(), entry);
      if (other == null) {
        all.add(entry);
      } else if (!other.equals(entry)) {
        throw new IllegalStateException(
            "Two services describe %s in %s differently.".formatted(entry.path(key), list));
      }
    }
  }

  /**
   * Renames until no component has the name of another one. A new name changes what refers to it.
   */
  private ObjectNode withOwnNames(String prefix, ObjectNode service) {
    Map<String, String> names = new HashMap<>();
    ObjectNode renamed = service;
    while (addConflicts(prefix, renamed, names)) {
      renamed = (ObjectNode) Renaming.of(service, names);
    }
    return renamed;
  }

  private boolean addConflicts(String prefix, ObjectNode service, Map<String, String> names) {
    int before = names.size();
    for (Map.Entry<String, JsonNode> kind : service.path(COMPONENTS).properties()) {
      JsonNode present = merged.path(COMPONENTS).path(kind.getKey());
      for (Map.Entry<String, JsonNode> component : kind.getValue().properties()) {
        String name = component.getKey();
        if (present.has(name) && !present.get(name).equals(component.getValue())) {
          if (kind.getValue().has(prefix + name)) {
            throw new IllegalStateException("There is already a component " + prefix + name + ".");
          }
          names.put(Renaming.reference(kind.getKey(), name), prefix + name);
        }
      }
    }
    return names.size() > before;
  }
}
