package microstorm.http.openapi;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import microstorm.http.token.Caller;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The properties of an operation from which its common problems follow. */
record OperationShape(String path, HttpMethod method, Operation operation) {

  boolean isSecured() {
    return operation.getSecurity() != null && !operation.getSecurity().isEmpty();
  }

  /** Whether the operation is only for some of the roles. */
  boolean isForRoles() {
    return isSecured()
        && operation.getSecurity().stream()
            .flatMap(need -> need.getSchemes().values().stream())
            .anyMatch(roles -> !roles.isEmpty() && !roles.containsAll(Caller.ROLES));
  }

  /** Whether a participant calls it, whose seat is looked up. */
  boolean isForSeats() {
    return isSecured() && namesAResource() && !isForTeams();
  }

  boolean hasBody() {
    return operation.getRequestBody() != null;
  }

  boolean hasJsonBody() {
    return hasBody()
        && operation
            .getRequestBody()
            .getContent()
            .getMediaTypes()
            .containsKey(MediaType.APPLICATION_JSON);
  }

  /** Whether a successful answer has a body, whose media type the client may refuse. */
  boolean returnsContent() {
    return operation.getResponses().getAPIResponses().entrySet().stream()
        .anyMatch(
            response ->
                response.getKey().startsWith("2") && response.getValue().getContent() != null);
  }

  /** Whether the path has an id. */
  boolean namesAResource() {
    return path.contains("{id}") || path.contains("{sessionId}");
  }

  boolean isPaged() {
    List<Parameter> parameters = operation.getParameters();
    return parameters != null
        && parameters.stream().anyMatch(parameter -> "cursor".equals(parameter.getName()));
  }

  private boolean isForTeams() {
    return operation.getSecurity().stream()
        .flatMap(need -> need.getSchemes().values().stream())
        .anyMatch(roles -> !roles.isEmpty() && Caller.TEAM_ROLES.containsAll(roles));
  }
}
