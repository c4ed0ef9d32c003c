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

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.Index;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequiredPropertiesTest {

  /** An answer. */
  record Door(String name, @Nullable Instant openedAt, @Nullable List<String> keys, int height) {}

  /** Another record of the same name with other components. */
  static final class Other {
    record Door(@Nullable String name) {}
  }

  @Test
  void aComponentWithoutNullableIsRequired() throws IOException {
    Schema door = schema("name", "openedAt", "keys", "height");
    new RequiredProperties(Index.of(Door.class, Other.Door.class)).filterOpenAPI(api(door, "Room"));
    assertThat(door.getRequired()).containsExactly("name", "height");
  }

  /** An answer with the components of another record. */
  record House(@JsonProperty("street") String address, @JsonUnwrapped Door door) {}

  @Test
  void aComponentHasItsNameInJson() throws IOException {
    Schema house = schema("street", "name", "openedAt");
    OpenAPI api = api(schema("name"), "Room");
    api.getComponents().addSchema("House", house);
    new RequiredProperties(Index.of(House.class, Door.class)).filterOpenAPI(api);
    assertThat(house.getRequired()).containsExactly("street", "name");
  }

  /** An answer whose schema has another name. */
  @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "Pane")
  record Window(String glass) {}

  @Test
  void aSchemaMayHaveANameOfItsOwn() throws IOException {
    Schema pane = schema("glass");
    OpenAPI api = api(schema("name"), "Room");
    api.getComponents().addSchema("Pane", pane);
    new RequiredProperties(Index.of(Window.class)).filterOpenAPI(api);
    assertThat(pane.getRequired()).containsExactly("glass");
  }

  @Test
  void aSchemaOfARequestKeepsWhatValidationRequires() throws IOException {
    Schema door = schema("name", "openedAt");
    door.addRequired("openedAt");
    new RequiredProperties(Index.of(Door.class)).filterOpenAPI(api(door, "Door"));
    assertThat(door.getRequired()).containsExactly("openedAt");
  }

  private static Schema schema(String... properties) {
    Schema schema = createSchema();
    for (String property : properties) {
      schema.addProperty(property, createSchema());
    }
    return schema;
  }

  private static OpenAPI api(Schema door, String request) {
    return createOpenAPI()
        .components(createComponents().addSchema("Door", door).addSchema("Room", schema("number")))
        .paths(
            createPaths()
                .addPathItem(
                    "/doors",
                    createPathItem()
                        .POST(
                            createOperation()
                                .requestBody(
                                    createRequestBody()
                                        .content(
                                            createContent()
                                                .addMediaType(
                                                    "application/json",
                                                    createMediaType()
                                                        .schema(createSchema().ref(request))))))));
  }
}
