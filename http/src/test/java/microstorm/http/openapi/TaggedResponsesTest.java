package microstorm.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createOpenAPI;
import static org.eclipse.microprofile.openapi.OASFactory.createOperation;
import static org.eclipse.microprofile.openapi.OASFactory.createPathItem;
import static org.eclipse.microprofile.openapi.OASFactory.createPaths;

import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.junit.jupiter.api.Test;

class TaggedResponsesTest {

  private final Operation tagged = operation("getReport");
  private final Operation other = operation("planSession");

  private static Operation operation(String id) {
    return createOperation()
        .operationId(id)
        .responses(
            createAPIResponses().addAPIResponse("200", createAPIResponse().description("It.")));
  }

  private void describe() {
    OpenAPI api =
        createOpenAPI()
            .paths(
                createPaths()
                    .addPathItem("/report", createPathItem().GET(tagged))
                    .addPathItem("/sessions", createPathItem().POST(other)));
    new TaggedResponses(Set.of("getReport")).filterOpenAPI(api);
  }

  @Test
  void aTaggedAnswerHasItsTagAndMayBeKnown() {
    describe();
    assertThat(tagged.getParameters())
        .singleElement()
        .extracting("name")
        .isEqualTo("If-None-Match");
    assertThat(tagged.getResponses().getAPIResponse("200").getHeaders()).containsKey("ETag");
    assertThat(tagged.getResponses().hasAPIResponse("304")).isTrue();
  }

  @Test
  void anyOtherAnswerStaysAsItIs() {
    describe();
    assertThat(other.getParameters()).isNull();
    assertThat(other.getResponses().hasAPIResponse("304")).isFalse();
  }
}
