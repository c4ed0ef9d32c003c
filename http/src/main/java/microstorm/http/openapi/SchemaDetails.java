package microstorm.http.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import microstorm.http.input.PatchValue;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/**
 * Adds to the schemas what applies to all of them: requests have no unknown properties, their
 * optional properties may be null (except a {@link PatchValue}), and patterns match the whole text.
 * Answers hold no null.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 30)
public class SchemaDetails implements OASFilter {

  private static final DotName LIST = DotName.createSimple(List.class);

  private static final Map<String, String> PLATFORM_TYPES =
      Map.of(
          "UUID", "A UUID. Nothing can be read from it.",
          "Instant", "A time in UTC (ISO 8601) with at most six decimals of a second.",
          "LocalDate", "A date (ISO 8601).");

  private final Map<String, Set<String>> neverNull;

  /** Created by Quarkus, with the index of the application. */
  public SchemaDetails(IndexView index) {
    neverNull =
        index.getAnnotations(PatchValue.class).stream()
            .map(AnnotationInstance::target)
            .filter(target -> target.kind() == AnnotationTarget.Kind.FIELD)
            .map(AnnotationTarget::asField)
            .filter(field -> !field.type().name().equals(LIST))
            .collect(
                groupingBy(
                    field -> RequiredProperties.schemaName(field.declaringClass()),
                    mapping(FieldInfo::name, toSet())));
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Set<String> requests = RequestSchemas.of(api);
    api.getComponents()
        .getSchemas()
        .forEach((name, schema) -> describe(name, schema, requests.contains(name)));
    RequestSchemas.operations(api)
        .map(Operation::getRequestBody)
        .filter(body -> body != null && body.getRequired() == null)
        .forEach(body -> body.setRequired(true));
    RequestSchemas.operations(api)
        .filter(operation -> operation.getParameters() != null)
        .flatMap(operation -> operation.getParameters().stream())
        .filter(parameter -> parameter.getSchema() != null)
        .forEach(parameter -> anchor(parameter.getSchema()));
  }

  private void describe(String name, Schema schema, boolean request) {
    anchor(schema);
    if (schema.getDescription() == null) {
      schema.setDescription(PLATFORM_TYPES.get(name));
    }
    if (schema.getProperties() == null) {
      return;
    }
    schema.getProperties().values().forEach(SchemaDetails::anchor);
    if (request && !isForm(schema)) {
      schema.setAdditionalPropertiesSchema(createSchema().booleanSchema(false));
      List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
      new HashMap<>(schema.getProperties())
          .forEach(
              (property, value) -> {
                if (!required.contains(property)
                    && !neverNull.getOrDefault(name, Set.of()).contains(property)) {
                  schema.addProperty(property, orNull(value));
                }
              });
    }
  }

  /** A form with a file may have other fields, which its page needs. */
  private static boolean isForm(Schema schema) {
    return schema.getProperties().values().stream()
        .anyMatch(property -> "binary".equals(property.getFormat()));
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
