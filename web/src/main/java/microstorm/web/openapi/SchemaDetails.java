package microstorm.web.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Adds to the schemas what applies to all of them: requests have no unknown properties, patterns
 * match the whole text, and properties that are not required may be null.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class SchemaDetails implements OASFilter {

  private static final String REFERENCE = "#/components/schemas/";
  private static final Set<SchemaType> NEVER_NULL_IN_ANSWERS =
      Set.of(SchemaType.INTEGER, SchemaType.NUMBER, SchemaType.BOOLEAN, SchemaType.ARRAY);

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Map<String, Schema> all = api.getComponents().getSchemas();
    Set<String> requests = new HashSet<>();
    operations(api)
        .filter(operation -> operation.getRequestBody() != null)
        .flatMap(operation -> mediaTypes(operation.getRequestBody().getContent()))
        .forEach(body -> collect(body.getSchema(), all, requests));
    all.forEach((name, schema) -> describe(schema, requests.contains(name)));
    operations(api)
        .map(Operation::getRequestBody)
        .filter(body -> body != null && body.getRequired() == null)
        .forEach(body -> body.setRequired(true));
    operations(api)
        .filter(operation -> operation.getParameters() != null)
        .flatMap(operation -> operation.getParameters().stream())
        .filter(parameter -> parameter.getSchema() != null)
        .forEach(parameter -> anchor(parameter.getSchema()));
  }

  private static Stream<Operation> operations(OpenAPI api) {
    return api.getPaths().getPathItems().values().stream()
        .map(PathItem::getOperations)
        .flatMap(operations -> operations.values().stream());
  }

  private static Stream<MediaType> mediaTypes(Content content) {
    return content == null
        ? Stream.empty()
        : content.getMediaTypes().values().stream().filter(media -> media.getSchema() != null);
  }

  /** The names of the schemas that this one consists of. */
  private static void collect(Schema schema, Map<String, Schema> all, Set<String> names) {
    if (schema.getRef() != null) {
      String name = schema.getRef().substring(REFERENCE.length());
      if (names.add(name)) {
        collect(all.get(name), all, names);
      }
    }
    if (schema.getItems() != null) {
      collect(schema.getItems(), all, names);
    }
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(property -> collect(property, all, names));
    }
  }

  private static void describe(Schema schema, boolean request) {
    anchor(schema);
    if (schema.getProperties() == null) {
      return;
    }
    if (request) {
      schema.setAdditionalPropertiesSchema(createSchema().booleanSchema(false));
    }
    List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
    Map<String, Schema> properties = new HashMap<>(schema.getProperties());
    properties.forEach(
        (name, property) -> {
          anchor(property);
          if (!required.contains(name) && (request || isReference(property))) {
            schema.addProperty(name, orNull(property));
          }
        });
  }

  /** Whether the Java type is a reference type, so that the value may be null. */
  private static boolean isReference(Schema property) {
    return property.getType() == null
        || property.getType().stream().noneMatch(NEVER_NULL_IN_ANSWERS::contains);
  }

  private static Schema orNull(Schema property) {
    if (property.getRef() != null) {
      return createSchema()
          .description(property.getDescription())
          .addAnyOf(createSchema().ref(property.getRef()))
          .addAnyOf(createSchema().addType(SchemaType.NULL));
    }
    if (property.getType() == null || property.getType().contains(SchemaType.NULL)) {
      return property;
    }
    return property.addType(SchemaType.NULL);
  }

  /** Bean Validation matches the whole text, JSON Schema any part of it. */
  private static void anchor(Schema schema) {
    String pattern = schema.getPattern();
    if (pattern != null && !pattern.startsWith("^")) {
      schema.setPattern("^(" + pattern + ")$");
    }
    if (schema.getItems() != null) {
      anchor(schema.getItems());
    }
  }
}
