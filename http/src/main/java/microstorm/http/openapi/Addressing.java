package microstorm.http.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createServer;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * States where and with which token the operations are called: on the address that served the
 * description, and an operation without a role needs no token.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 10)
public class Addressing implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.setServers(
        List.of(
            createServer()
                .url("/")
                .description("The address that all services share; paths begin with /api.")));
    RequestSchemas.operations(api)
        .filter(operation -> operation.getSecurity() == null)
        .forEach(operation -> operation.setSecurity(List.of()));
  }
}
