package microstorm.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiRulesTest {

  private static final String COMPLETE =
      """
      openapi: 3.1.0
      tags:
      - name: Doors
        description: Doors of a room.
      x-problems:
      - id: door-locked
      paths:
        /doors/{id}:
          get:
            operationId: readDoor
            summary: Read a door
            description: Returns the door.
            tags:
            - Doors
            parameters:
            - name: id
              in: path
              description: The door.
              schema:
                type: string
            responses:
              "200":
                description: The door
                content:
                  application/json:
                    schema:
                      $ref: "#/components/schemas/Door"
              "409":
                $ref: "#/components/responses/Locked"
      components:
        responses:
          Locked:
            description: The door is locked
            content:
              application/problem+json:
                schema:
                  $ref: "#/components/schemas/Door"
                examples:
                  door-locked:
                    $ref: "#/components/examples/door-locked"
        schemas:
          Door:
            type: object
            description: A door.
            properties:
              keys:
                type: array
                description: Its keys.
                items:
                  type: string
      """;

  @Test
  void aCompleteDescriptionHasNoViolation() {
    OpenApiRules.assertComplete(COMPLETE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "operationId: readDoor|GET /doors/{id}: operationId is missing",
        "summary: Read a door|GET /doors/{id}: summary is missing",
        "description: Returns the door.|GET /doors/{id}: description is missing",
        "description: Doors of a room.|tag Doors: description is missing",
        "- name: Doors|GET /doors/{id}: must have one tag, and the tag a description",
        "description: The door.|GET /doors/{id} parameter id: description is missing",
        "description: The door is locked|GET /doors/{id} 409: description is missing",
        "description: A door.|schema Door: description is missing",
        "description: Its keys.|schema Door.keys: description is missing",
        "type: array|schema Door.keys: has no type",
      })
  void whatIsMissingIsReported(String text, String violation) {
    String incomplete = COMPLETE.replace(text, text.replaceAll("(\\w+):.*", "x-$1: nothing"));
    assertThat(OpenApiRules.violations(incomplete)).contains(violation);
  }

  @Test
  void aProblemThatNoOperationRaisesIsReported() {
    assertThat(OpenApiRules.violations(COMPLETE.replace("door-locked:", "door-jammed:")))
        .containsExactly("problem door-locked: no operation raises it");
  }

  @Test
  void anObjectWithoutPropertiesIsReported() {
    String vague = COMPLETE.replace("type: string", "type: object");
    assertThat(OpenApiRules.violations(vague))
        .contains("schema Door.keys items: is an object without properties");
    assertThatThrownBy(() -> OpenApiRules.assertComplete(vague)).isInstanceOf(AssertionError.class);
  }

  @Test
  void anOperationIdThatIsUsedTwiceIsReported() {
    String operation =
        COMPLETE.substring(COMPLETE.indexOf("    get:"), COMPLETE.indexOf("components:"));
    String twice =
        COMPLETE.replace("components:\n", operation.replace("get:", "put:") + "components:\n");
    assertThat(OpenApiRules.violations(twice))
        .containsExactly("PUT /doors/{id}: operationId is used twice");
  }
}
