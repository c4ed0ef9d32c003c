package microstorm.report.imports;

import static org.eclipse.microprofile.openapi.OASFactory.createRequestBody;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Describes what the check of a log takes: the same as its import, which has the description. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 60)
public class LogBodies implements OASFilter {

  static final String IMPORT = "importLog";
  static final String CHECK = "checkLog";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Map<String, Operation> operations =
        api.getPaths().getPathItems().values().stream()
            .flatMap(path -> path.getOperations().values().stream())
            .filter(operation -> operation.getOperationId() != null)
            .collect(Collectors.toMap(Operation::getOperationId, Function.identity()));
    Operation described = operations.get(IMPORT);
    Operation same = operations.get(CHECK);
    same.setRequestBody(
        createRequestBody()
            .description(described.getRequestBody().getDescription())
            .required(true)
            .content(described.getRequestBody().getContent()));
    Map<String, String> descriptions =
        described.getParameters().stream()
            .collect(Collectors.toMap(Parameter::getName, Parameter::getDescription));
    same.getParameters()
        .forEach(parameter -> parameter.setDescription(descriptions.get(parameter.getName())));
  }
}
