package microstorm.idea.viewer;

import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import microstorm.http.input.IdempotencyKey;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/**
 * Describes the parameters that many operations share, so that each has one description. It also
 * adds the header that {@link ViewerResolver} reads in every request about a board.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 60)
public class ParameterDescriptions implements OASFilter {

  private static final String ID = "0190a000-0000-7000-8000-000000000001";

  private record Description(String text, String example) {}

  private static final Map<String, Description> SHARED =
      Map.of(
          "sessionId",
          new Description("The session of the board.", ID),
          "ideaId",
          new Description("The idea.", ID),
          "topicId",
          new Description("The topic.", ID),
          "groupId",
          new Description("The affinity group.", ID),
          "actionId",
          new Description("The action.", ID),
          "criterionId",
          new Description("The criterion of the session.", ID),
          "reaction",
          new Description("The kind of reaction.", "likes"),
          IdempotencyKey.HEADER,
          new Description(
              "Marks repetitions of a request: a repetition with the same key finds the result of"
                  + " the first one. A random UUID is a good key.",
              "5f0c2f0e-8f0b-4d51-9a53-0d2a0a4c6c6e"));

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.getPaths().getPathItems().entrySet().stream()
        .filter(path -> path.getKey().contains("{sessionId}"))
        .flatMap(path -> path.getValue().getOperations().values().stream())
        .forEach(ParameterDescriptions::describe);
  }

  private static void describe(Operation operation) {
    for (Parameter parameter : operation.getParameters()) {
      Description shared = SHARED.get(parameter.getName());
      if (shared != null) {
        parameter.description(shared.text).example(shared.example);
      }
    }
    operation.addParameter(editKeys());
  }

  private static Parameter editKeys() {
    String key = ViewerResolver.KEY.pattern();
    return createParameter()
        .name(ViewerResolver.EDIT_KEY)
        .in(In.HEADER)
        .description(
            "The edit keys of the caller's ideas that were written on another device, at most ten,"
                + " separated by commas.")
        .example("q1w2e3r4t5y6u7i8o9p0as")
        .schema(
            createSchema()
                .addType(SchemaType.STRING)
                .pattern("^(%s( *, *%s){0,%d})$".formatted(key, key, ViewerResolver.MAX_KEYS - 1)));
  }
}
