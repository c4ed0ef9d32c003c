package microstorm.session.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionMergeTest {

  private static final String DOORS =
      """
      servers: [{url: /}]
      tags: [{name: Doors}]
      x-problems: [{id: locked}, {id: busy}]
      paths:
        /doors: {get: {$ref: "#/components/schemas/Room"}}
      components:
        schemas:
          Id: {type: string}
          State: {enum: [open, locked]}
          Room: {properties: {state: {$ref: "#/components/schemas/State"}}}
      """;

  private static final String WINDOWS =
      """
      servers: [{url: /}]
      tags: [{name: Windows}]
      x-problems: [{id: busy}]
      paths:
        /windows: {get: {$ref: "#/components/schemas/Room"}}
      components:
        schemas:
          Id: {type: string}
          State: {enum: [open, broken]}
          Room: {properties: {state: {$ref: "#/components/schemas/State"}}}
      """;

  private final JsonNode merged =
      new DescriptionMerge("3.1.0", "House", "1", "A house.")
          .add("Door", yaml(DOORS))
          .add("Window", yaml(WINDOWS))
          .result();

  @Test
  void theDescriptionHasThePathsTagsAndProblemsOfBoth() {
    assertThat(merged.path("paths").fieldNames())
        .toIterable()
        .containsExactly("/doors", "/windows");
    assertThat(merged.path("servers")).hasSize(1);
    assertThat(merged.path("tags")).hasSize(2);
    assertThat(merged.path("x-problems")).hasSize(2);
  }

  @Test
  void equalComponentsAreShared() {
    assertThat(merged.at("/components/schemas/Id/type").asText()).isEqualTo("string");
    assertThat(merged.at("/components/schemas").has("WindowId")).isFalse();
  }

  @Test
  void anotherComponentOfTheSameNameGetsAPrefix() {
    assertThat(merged.at("/components/schemas/State/enum/1").asText()).isEqualTo("locked");
    assertThat(merged.at("/components/schemas/WindowState/enum/1").asText()).isEqualTo("broken");
  }

  @Test
  void aComponentThatRefersToARenamedOneIsRenamedToo() {
    assertThat(merged.at("/components/schemas/WindowRoom/properties/state/$ref").asText())
        .isEqualTo("#/components/schemas/WindowState");
    assertThat(merged.at("/paths/~1windows/get/$ref").asText())
        .isEqualTo("#/components/schemas/WindowRoom");
    assertThat(merged.at("/paths/~1doors/get/$ref").asText())
        .isEqualTo("#/components/schemas/Room");
  }

  @Test
  void aPathBelongsToOneService() {
    DescriptionMerge merge = new DescriptionMerge("3.1.0", "House", "1", "A house.");
    merge.add("Door", yaml(DOORS));
    assertThatThrownBy(() -> merge.add("Other", yaml(DOORS))).hasMessageContaining("/doors");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tags: [{name: Doors, description: Gates}]",
        "x-problems: [{id: busy, status: 1}]"
      })
  void aTagOrProblemOfTwoServicesIsTheSameInBoth(String other) {
    DescriptionMerge merge = new DescriptionMerge("3.1.0", "House", "1", "A house.");
    merge.add("Door", yaml(DOORS));
    ObjectNode service = yaml(other);
    assertThatThrownBy(() -> merge.add("Other", service))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("differently");
  }

  private static ObjectNode yaml(String text) {
    try {
      return (ObjectNode) new YAMLMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
