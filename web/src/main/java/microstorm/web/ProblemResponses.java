package microstorm.web;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Describes refusals: to every operation it adds those that follow from its shape, and to those
 * that an operation names itself the form that they all have, a {@link Problem}.
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

  /** A refusal that follows from what an operation is like. */
  private enum Answer {
    INVALID(
        "400",
        "Invalid",
        "Something in the request cannot be read or is out of bounds; errors names the fields",
        shape -> true),
    UNAUTHENTICATED(
        "401", "Unauthenticated", "There is no valid token, or its holder left", Shape::isSecured),
    FORBIDDEN("403", "Forbidden", "The token's role does not allow this", Shape::isForRoles),
    NOT_FOUND(
        "404", "NotFound", "There is no such thing, or it is not the caller's", Shape::isOfAThing),
    TOO_SLOW("408", "TooSlow", "The body did not arrive in time", Shape::hasBody),
    CONFLICT(
        "409",
        "Conflict",
        "A rule is against it, which type names",
        shape -> shape.isOfAThing() && shape.changes()),
    TOO_LARGE("413", "TooLarge", "The body is larger than is taken", Shape::hasBody),
    WRONG_TYPE(
        "415",
        "WrongType",
        "The body has a Content-Type or a Content-Encoding that is not taken",
        Shape::hasBody),
    TOO_MANY(
        "429",
        "TooMany",
        "The client or its team uses its whole share; Retry-After says when to try again",
        shape -> (shape.isSecured() || shape.hasBody()) && !shape.describes("429")),
    UNAVAILABLE(
        "503",
        "Unavailable",
        "The service is busy or without its database; Retry-After says when to try again",
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

    /** Whether it is not for everybody who has a token. */
    boolean isForRoles() {
      return isSecured()
          && operation.getSecurity().stream()
              .flatMap(need -> need.getSchemes().values().stream())
              .anyMatch(roles -> !roles.isEmpty() && !roles.containsAll(Caller.ROLES));
    }

    /** Whether the operation itself says what an answer of this status means. */
    boolean describes(String status) {
      return operation.getResponses().hasAPIResponse(status);
    }

    boolean hasBody() {
      return operation.getRequestBody() != null;
    }

    /** Whether its path holds an id: of a session, or of what belongs to one. */
    boolean isOfAThing() {
      return path.contains("{id}") || path.contains("{sessionId}");
    }

    boolean changes() {
      return method != HttpMethod.GET;
    }
  }
}
