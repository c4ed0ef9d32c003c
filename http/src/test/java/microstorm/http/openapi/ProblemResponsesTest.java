package microstorm.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createOpenAPI;
import static org.eclipse.microprofile.openapi.OASFactory.createOperation;
import static org.eclipse.microprofile.openapi.OASFactory.createPathItem;
import static org.eclipse.microprofile.openapi.OASFactory.createPaths;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.Problem;
import microstorm.http.token.Caller;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

class ProblemResponsesTest {

  private static final ProblemCatalogue CATALOGUE =
      ProblemCatalogue.of(List.of(CommonProblem.values()));

  private final Operation operation =
      createOperation()
          .operationId("readDoor")
          .responses(
              createAPIResponses()
                  .addAPIResponse("204", createAPIResponse().description("Closed"))
                  .addAPIResponse("403", createAPIResponse().description("Not Allowed"))
                  .addAPIResponse("404", createAPIResponse().description("There is no door.")));
  private final OpenAPI api =
      createOpenAPI()
          .components(createComponents())
          .paths(createPaths().addPathItem("/doors/{id}", createPathItem().GET(operation)));

  @Test
  void anOperationListsTheProblemsThatFollowFromItsShape() {
    filter(Map.of());
    assertThat(operation.getResponses().getAPIResponses().keySet())
        .containsExactly("204", "400", "404", "429", "500", "503");
    assertThat(examples("400"))
        .containsExactly("invalid", "malformed-address", "bad-request", "unexpected-body");
  }

  @Test
  void anOperationForARoleListsMissingTokensAndOtherRoles() {
    operation.addSecurityRequirement(createSecurityRequirement().addScheme("token", Caller.OWNER));
    filter(Map.of());
    assertThat(examples("401")).containsExactly("token-missing", "token-invalid");
    assertThat(examples("403")).containsExactly("forbidden");
  }

  @Test
  void anOperationForSeatsListsTheSeatThatIsGone() {
    operation.addSecurityRequirement(createSecurityRequirement().addScheme("token"));
    filter(Map.of());
    assertThat(examples("401")).contains("seat-gone");
    assertThat(operation.getResponses().getAPIResponses()).doesNotContainKey("403");
  }

  @Test
  void theProblemsOfTheOperationAreNamedAndExplained() {
    filter(Map.of("readDoor", List.of("body-too-large")));
    assertThat(response("413").getDescription())
        .isEqualTo("- `body-too-large`: " + CommonProblem.BODY_TOO_LARGE.meaning());
    assertThat(examples("413")).containsExactly("body-too-large");
  }

  /** Operations share a response as a component, but only if all its problems are the same. */
  @Test
  void aResponseKeepsItsProblemsNextToOneThatEndsAlike() {
    operation.addSecurityRequirement(createSecurityRequirement().addScheme("token", Caller.OWNER));
    Operation open =
        createOperation()
            .operationId("openDoor")
            .responses(
                createAPIResponses()
                    .addAPIResponse("204", createAPIResponse().description("Open")));
    api.getPaths().addPathItem("/open", createPathItem().GET(open));
    filter(Map.of("openDoor", List.of("token-invalid")));
    assertThat(examples("401")).containsExactly("token-missing", "token-invalid");
  }

  @Test
  void anIntroductionThatTheOperationGivesStays() {
    filter(Map.of());
    assertThat(response("404").getDescription()).startsWith("There is no door.\n\n- `not-found`: ");
  }

  @Test
  void anUnknownProblemFailsTheBuild() {
    assertThatThrownBy(() -> filter(Map.of("readDoor", List.of("door-locked"))))
        .hasMessageContaining("door-locked");
  }

  @Test
  void aProblemThatFollowsFromTheOperationIsNotNamedAgain() {
    assertThatThrownBy(() -> filter(Map.of("readDoor", List.of("not-found"))))
        .hasMessageContaining("readDoor")
        .hasMessageContaining("not-found");
  }

  @Test
  void theDescriptionListsTheProblemsThatOccur() {
    filter(Map.of());
    assertThat((List<?>) api.getExtensions().get(ProblemResponses.CATALOGUE)).hasSize(9);
    assertThat(api.getComponents().getExamples())
        .containsOnlyKeys(
            "bad-request",
            "busy",
            "internal",
            "invalid",
            "malformed-address",
            "not-found",
            "too-many-requests",
            "unavailable",
            "unexpected-body");
  }

  /** A resource. */
  interface Doors {
    @Raises({"busy", "invalid"})
    @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "openDoor")
    void open();
  }

  /** A resource without operationId. */
  interface Windows {
    @Raises("busy")
    void open();
  }

  @Test
  void raisesBelongsToTheOperationIdOfItsMethod() throws IOException {
    assertThat(RaisedProblems.byOperationId(Index.of(Doors.class)))
        .containsExactly(Map.entry("openDoor", List.of("busy", "invalid")));
    Index index = Index.of(Windows.class);
    assertThatThrownBy(() -> RaisedProblems.byOperationId(index))
        .hasMessageContaining("Windows.open");
  }

  private void filter(Map<String, List<String>> raised) {
    new ProblemResponses(CATALOGUE, raised).filterOpenAPI(api);
  }

  /** The response itself, or the component that it refers to. */
  private APIResponse response(String status) {
    APIResponse response = operation.getResponses().getAPIResponse(status);
    return response.getRef() == null
        ? response
        : api.getComponents()
            .getResponses()
            .get(response.getRef().substring(response.getRef().lastIndexOf('/') + 1));
  }

  private Iterable<String> examples(String status) {
    return response(status).getContent().getMediaType(Problem.MEDIA_TYPE).getExamples().keySet();
  }
}
