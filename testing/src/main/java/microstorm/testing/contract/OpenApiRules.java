package microstorm.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What a description of the API must have: texts everywhere, an id and a tag for each operation,
 * exact types, and no problem type that no operation uses.
 */
public final class OpenApiRules {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final int MAX_SUMMARY = 60;

  /** What Quarkus writes if nobody describes a success. */
  private static final Set<String> GENERATED =
      Set.of("OK", "Created", "Accepted", "No Content", "Not Authorized", "Not Allowed");

  private final JsonNode api;
  private final List<String> violations = new ArrayList<>();
  private final Set<String> operationIds = new HashSet<>();
  private final Set<String> usedProblems = new HashSet<>();

  private OpenApiRules(JsonNode api) {
    this.api = api;
  }

  /**
   * Fails with a list of everything that is missing.
   *
   * @param description an OpenAPI description as YAML or JSON
   */
  public static void assertComplete(String description) {
    assertThat(violations(description)).as("what the API description lacks").isEmpty();
  }

  /** What the description lacks, each with its place. */
  public static List<String> violations(String description) {
    try {
      OpenApiRules rules = new OpenApiRules(new YAMLMapper().readTree(description));
      rules.check();
      return rules.violations;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check() {
    Set<String> tags = tags();
    each(
        api.path("paths"),
        (path, item) ->
            each(item, (method, operation) -> operation(path, method, operation, tags)));
    each(api.path("components").path("schemas"), this::namedSchema);
    api.path("x-problems").forEach(this::problem);
  }

  private Set<String> tags() {
    Set<String> names = new HashSet<>();
    for (JsonNode tag : api.path("tags")) {
      requireText(tag, "description", "tag " + tag.path("name").asText());
      names.add(tag.path("name").asText());
    }
    return names;
  }

  private void operation(String path, String method, JsonNode operation, Set<String> tags) {
    if (!METHODS.contains(method)) {
      return;
    }
    String place = method.toUpperCase(Locale.ROOT) + " " + path;
    requireText(operation, "summary", place);
    requireText(operation, "description", place);
    if (operation.path("summary").asText().length() > MAX_SUMMARY) {
      violations.add(place + ": summary has more than " + MAX_SUMMARY + " characters");
    }
    if (requireText(operation, "operationId", place)
        && !operationIds.add(operation.path("operationId").asText())) {
      violations.add(place + ": operationId is used twice");
    }
    if (operation.path("tags").size() != 1
        || !tags.contains(operation.path("tags").path(0).asText())) {
      violations.add(place + ": must have one tag, and the tag a description");
    }
    operation.path("parameters").forEach(parameter -> parameter(place, parameter));
    content(place + " body", operation.path("requestBody"));
    each(
        operation.path("responses"),
        (status, response) -> response(place + " " + status, resolved(response)));
  }

  private void response(String place, JsonNode response) {
    requireText(response, "description", place);
    if (GENERATED.contains(response.path("description").asText())) {
      violations.add(place + ": description is the generated one");
    }
    content(place, response);
  }

  /** The component, if the node refers to one. */
  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? api.at(node.path("$ref").asText().substring(1)) : node;
  }

  private void parameter(String place, JsonNode parameter) {
    String name = place + " parameter " + parameter.path("name").asText();
    requireText(parameter, "description", name);
    typed(parameter.path("schema"), name);
  }

  private void content(String place, JsonNode body) {
    each(
        body.path("content"),
        (type, media) -> {
          typed(media.path("schema"), place + " " + type);
          media.path("examples").fieldNames().forEachRemaining(usedProblems::add);
        });
  }

  private void namedSchema(String name, JsonNode schema) {
    requireText(schema, "description", "schema " + name);
    typed(schema, "schema " + name);
    each(
        schema.path("properties"),
        (property, value) -> {
          String place = "schema " + name + "." + property;
          requireText(value, "description", place);
          typed(value, place);
        });
  }

  /** A schema without a type accepts anything, and so does an object without properties. */
  private void typed(JsonNode schema, String place) {
    if (schema.has("$ref") || schema.has("enum") || schema.has("const")) {
      return;
    }
    for (String composition : List.of("anyOf", "oneOf", "allOf")) {
      if (schema.has(composition)) {
        schema.path(composition).forEach(part -> typed(part, place));
        return;
      }
    }
    String type = schema.path("type").toString();
    if (schema.path("type").isMissingNode()) {
      violations.add(place + ": has no type");
    } else if (type.contains("array")) {
      typed(schema.path("items"), place + " items");
    } else if (type.contains("object")
        && !schema.has("properties")
        && !schema.has("maxProperties")
        && !schema.path("additionalProperties").isObject()) {
      violations.add(place + ": is an object without properties");
    }
  }

  private void problem(JsonNode problem) {
    String id = problem.path("id").asText();
    if (!usedProblems.contains(id)) {
      violations.add("problem " + id + ": no operation raises it");
    }
  }

  private boolean requireText(JsonNode node, String field, String place) {
    boolean present = !node.path(field).asText("").isBlank();
    if (!present) {
      violations.add(place + ": " + field + " is missing");
    }
    return present;
  }

  private static void each(JsonNode node, BiConsumer<String, JsonNode> action) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      action.accept(entry.getKey(), entry.getValue());
    }
  }
}
