package microstorm.http.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Marks the properties that every answer has: the components of its record without {@code
 * Nullable}. The name of a schema is the simple name of its record, or the name in {@code @Schema}.
 * In requests, validation says what is required.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 20)
public class RequiredProperties implements OASFilter {

  private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

  private final IndexView index;
  private final Map<String, List<ClassInfo>> records;

  /** Created by Quarkus, with the index of the application. */
  public RequiredProperties(IndexView index) {
    this.index = index;
    records =
        index.getKnownClasses().stream()
            .filter(ClassInfo::isRecord)
            .collect(Collectors.groupingBy(RequiredProperties::schemaName));
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Set<String> requests = RequestSchemas.of(api);
    api.getComponents()
        .getSchemas()
        .forEach(
            (name, schema) -> {
              if (schema.getProperties() != null && !requests.contains(name)) {
                require(name, schema);
              }
            });
  }

  private void require(String name, Schema schema) {
    Set<String> properties = schema.getProperties().keySet();
    List<Map<String, RecordComponentInfo>> candidates =
        records.getOrDefault(name, List.of()).stream()
            .map(this::components)
            .filter(components -> components.keySet().containsAll(properties))
            .toList();
    if (candidates.isEmpty()) {
      return;
    }
    List<String> required =
        properties.stream()
            .filter(
                property ->
                    candidates.stream()
                        .noneMatch(
                            components -> components.get(property).type().hasAnnotation(NULLABLE)))
            .toList();
    schema.setRequired(required.isEmpty() ? null : required);
  }

  /** The components by the names that they have in JSON. */
  private Map<String, RecordComponentInfo> components(ClassInfo type) {
    Map<String, RecordComponentInfo> components = new HashMap<>();
    for (RecordComponentInfo component : type.recordComponents()) {
      FieldInfo field = type.field(component.name());
      ClassInfo unwrapped =
          field.hasAnnotation(JsonUnwrapped.class)
              ? index.getClassByName(field.type().name())
              : null;
      AnnotationInstance renamed = field.annotation(JsonProperty.class);
      if (unwrapped != null) {
        components.putAll(components(unwrapped));
      } else if (renamed != null && renamed.value() != null) {
        components.put(renamed.value().asString(), component);
      } else {
        components.put(component.name(), component);
      }
    }
    return components;
  }

  /** The name of the schema of a record. */
  static String schemaName(ClassInfo type) {
    AnnotationInstance schema =
        type.declaredAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    if (schema != null && schema.value("name") != null) {
      return schema.value("name").asString();
    }
    String name = type.name().toString();
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }
}
