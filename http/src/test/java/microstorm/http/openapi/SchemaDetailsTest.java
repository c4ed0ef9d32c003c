package microstorm.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createOpenAPI;
import static org.eclipse.microprofile.openapi.OASFactory.createOperation;
import static org.eclipse.microprofile.openapi.OASFactory.createPathItem;
import static org.eclipse.microprofile.openapi.OASFactory.createPaths;
import static org.eclipse.microprofile.openapi.OASFactory.createRequestBody;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import microstorm.http.input.PatchValue;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexView;
import org.junit.jupiter.api.Test;

class SchemaDetailsTest {

  private static final IndexView INDEX = index();

  /** The record of the schema of requests. */
  record Request(String name, String note, @PatchValue String mood, @PatchValue List<String> all) {}

  private final Schema request = schema();
  private final Schema answer = schema();
  private final Operation operation =
      createOperation()
          .requestBody(
              createRequestBody()
                  .content(
                      createContent()
                          .addMediaType(
                              "application/json",
                              createMediaType().schema(createSchema().ref("Request")))));
  private final OpenAPI api =
      createOpenAPI()
          .components(createComponents().addSchema("Request", request).addSchema("Answer", answer))
          .paths(createPaths().addPathItem("/doors", createPathItem().POST(operation)));

  @Test
  void aRequestHasNoUnknownPropertiesAndItsOptionalOnesMayBeNull() {
    new SchemaDetails(INDEX).filterOpenAPI(api);
    assertThat(request.getAdditionalPropertiesSchema().getBooleanSchema()).isFalse();
    assertThat(request.getProperties().get("note").getType())
        .containsExactly(SchemaType.STRING, SchemaType.NULL);
    assertThat(request.getProperties().get("name").getType()).containsExactly(SchemaType.STRING);
    assertThat(request.getProperties().get("mood").getType()).containsExactly(SchemaType.STRING);
    assertThat(request.getProperties().get("all").getType())
        .containsExactly(SchemaType.ARRAY, SchemaType.NULL);
    assertThat(operation.getRequestBody().getRequired()).isTrue();
  }

  @Test
  void anAnswerHoldsNoNull() {
    new SchemaDetails(INDEX).filterOpenAPI(api);
    assertThat(answer.getAdditionalPropertiesSchema()).isNull();
    assertThat(answer.getProperties().get("note").getType()).containsExactly(SchemaType.STRING);
  }

  @Test
  void aPatternMatchesTheWholeText() {
    new SchemaDetails(INDEX).filterOpenAPI(api);
    assertThat(answer.getProperties().get("name").getPattern()).isEqualTo("^(a|b)$");
  }

  @Test
  void anOperationWithoutARoleNeedsNoToken() {
    new Addressing().filterOpenAPI(api);
    assertThat(operation.getSecurity()).isEmpty();
    assertThat(api.getServers()).extracting("url").isEqualTo(List.of("/"));
  }

  private static IndexView index() {
    try {
      return Index.of(Request.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema schema() {
    return createSchema()
        .addRequired("name")
        .addProperty("name", createSchema().addType(SchemaType.STRING).pattern("a|b"))
        .addProperty("mood", createSchema().addType(SchemaType.STRING))
        .addProperty("all", createSchema().addType(SchemaType.ARRAY))
        .addProperty("note", createSchema().addType(SchemaType.STRING));
  }
}
