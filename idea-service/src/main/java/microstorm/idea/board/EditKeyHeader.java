package microstorm.idea.board;

import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/**
 * Adds the header that {@link ViewerResolver} reads to the description of every request about a
 * board.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class EditKeyHeader implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Parameter header =
        createParameter()
            .name(ViewerResolver.EDIT_KEY)
            .in(In.HEADER)
            .description("Edit keys of ideas that were written on another device, at most ten")
            .schema(
                createSchema()
                    .addType(SchemaType.ARRAY)
                    .maxItems(ViewerResolver.MAX_KEYS)
                    .items(
                        createSchema()
                            .addType(SchemaType.STRING)
                            .pattern(ViewerResolver.KEY.pattern())));
    api.getPaths().getPathItems().entrySet().stream()
        .filter(path -> path.getKey().contains("{sessionId}"))
        .flatMap(path -> path.getValue().getOperations().values().stream())
        .forEach(operation -> operation.addParameter(header));
  }
}
