package microstorm.web.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import microstorm.web.problem.Problem;
import microstorm.web.token.Caller;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Adds refusals to the API description: every operation gets those that follow from its shape. All
 * refusals get the schema {@link Problem}, also those that an operation declares itself.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ProblemResponses implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI api) {
    for (Answer answer : Answer.values()) {
      api.getComponents()
          .addResponse(
              answer.name, createAPIResponse().description(answer.meaning).content(ofProblems()));
    }
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach((method, operation) -> describe(new Shape(path, method, operation))));
  }

  private static void describe(Shape shape) {
    APIResponses responses = shape.operation.getResponses();
    if (!shape.isForRoles()) {
      responses.removeAPIResponse(Answer.FORBIDDEN.status);
    }
    for (Answer answer : Answer.values()) {
      if (answer.happensTo.test(shape)) {
        responses.addAPIResponse(answer.status, createAPIResponse().ref(answer.name));
      }
    }
    Map<String, APIResponse> byStatus = new TreeMap<>(responses.getAPIResponses());
    byStatus.forEach(
        (status, response) -> {
          if (status.compareTo("400") >= 0 && response.getRef() == null) {
            response.setContent(ofProblems());
          }
        });
    responses.setAPIResponses(byStatus);
  }

  private static Content ofProblems() {
    return createContent()
        .addMediaType(Problem.MEDIA_TYPE, createMediaType().schema(createSchema().ref("Problem")));
  }

  /** A refusal that follows from the shape of an operation. */
  private enum Answer {
    INVALID(
        "400",
        "Invalid",
        "The request is malformed or exceeds a limit; the detail says why",
        shape -> true),
    UNAUTHENTICATED(
        "401",
        "Unauthenticated",
        "The token is missing or invalid, or its holder left the session",
        Shape::isSecured),
    FORBIDDEN(
        "403",
        "Forbidden",
        "The caller is not permitted to do this in any phase; type names the rule",
        shape -> shape.isForRoles() || shape.isSecured() && shape.changesAResource()),
    NOT_FOUND(
        "404",
        "NotFound",
        "The resource does not exist, or the caller may not see it",
        Shape::namesAResource),
    TOO_SLOW("408", "TooSlow", "The body did not arrive in time", Shape::hasBody),
    CONFLICT(
        "409",
        "Conflict",
        "The state of the resource forbids this; type names the rule",
        Shape::changesAResource),
    TOO_LARGE("413", "TooLarge", "The body is larger than the service accepts", Shape::hasBody),
    WRONG_TYPE(
        "415",
        "WrongType",
        "The service does not accept the Content-Type or the Content-Encoding of the body",
        Shape::hasBody),
    TOO_MANY(
        "429",
        "TooMany",
        "The client or its team has used its share; Retry-After says when to try again",
        shape -> (shape.isSecured() || shape.hasBody()) && !shape.describes("429")),
    UNAVAILABLE(
        "503",
        "Unavailable",
        "The service is busy or cannot reach its database; Retry-After says when to try again",
        shape -> shape.isSecured() || shape.hasBody());

    private final String status;
    private final String name;
    private final String meaning;
    private final Predicate<Shape> happensTo;

    Answer(String status, String name, String meaning, Predicate<Shape> happensTo) {
      this.status = status;
      this.name = name;
      this.meaning = meaning;
      this.happensTo = happensTo;
    }
  }

  private record Shape(String path, HttpMethod method, Operation operation) {

    boolean isSecured() {
      return operation.getSecurity() != null;
    }

    /** Whether the operation is only for some of the roles. */
    boolean isForRoles() {
      return isSecured()
          && operation.getSecurity().stream()
              .flatMap(need -> need.getSchemes().values().stream())
              .anyMatch(roles -> !roles.isEmpty() && !roles.containsAll(Caller.ROLES));
    }

    /** Whether the operation itself describes this status. */
    boolean describes(String status) {
      return operation.getResponses().hasAPIResponse(status);
    }

    boolean hasBody() {
      return operation.getRequestBody() != null;
    }

    /** Whether the path has an id. */
    boolean namesAResource() {
      return path.contains("{id}") || path.contains("{sessionId}");
    }

    boolean changesAResource() {
      return namesAResource() && method != HttpMethod.GET;
    }
  }
}
