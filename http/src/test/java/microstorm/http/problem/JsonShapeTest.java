package microstorm.http.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.UUID;
import microstorm.http.input.PatchValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of the wrong type are refused and not converted. */
class JsonShapeTest {

  private final ObjectMapper lenient = new ObjectMapper();
  private final ObjectMapper json = new ObjectMapper();

  JsonShapeTest() {
    new JsonShape().customize(json);
  }

  record Pause(int minutes, Integer often, long seconds, Kind kind, Boolean loud, UUID id) {}

  enum Kind {
    SHORT,
    LONG
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"minutes\": 5.9}",
        "{\"minutes\": 5.0}",
        "{\"often\": 1.5}",
        "{\"seconds\": 1e2}",
        "{\"kind\": 1}",
        "{\"loud\": 1}",
        "{\"id\": \"\"}"
      })
  void aValueOfAnotherKindIsRefusedByTheNameOfItsField(String body) throws Exception {
    assertThatThrownBy(() -> json.readValue(body, Pause.class))
        .isInstanceOfSatisfying(
            JsonMappingException.class,
            refused -> assertThat(body).contains(refused.getPath().get(0).getFieldName()));
    // the control: without these settings, Jackson converts the value
    assertThat(lenient.readValue(body, Pause.class)).isNotNull();
  }

  @Test
  void valuesOfTheRightTypesAreRead() throws JsonProcessingException {
    assertThat(
            json.readValue(
                "{\"minutes\": 5, \"often\": 2, \"seconds\": 300, \"kind\": \"LONG\", \"loud\":"
                    + " true}",
                Pause.class))
        .isEqualTo(new Pause(5, 2, 300, Kind.LONG, true, null));
  }

  record Patch(
      @PatchValue String title, @PatchValue Integer often, @PatchValue List<String> words) {}

  @ParameterizedTest
  @ValueSource(strings = {"title", "often"})
  void aValueThatCannotBeRemovedIsNeverNull(String field) {
    assertThatThrownBy(() -> json.readValue("{\"" + field + "\": null}", Patch.class))
        .isInstanceOfSatisfying(
            JsonProcessingException.class,
            refused ->
                assertThat(JsonFaults.describe(refused))
                    .startsWith("The field " + field + " cannot be removed"));
  }

  @Test
  void aPatchHasAbsentFieldsValuesAndListsThatNullEmpties() throws JsonProcessingException {
    assertThat(json.readValue("{}", Patch.class)).isEqualTo(new Patch(null, null, null));
    assertThat(json.readValue("{\"words\": null}", Patch.class).words()).isEmpty();
    assertThat(json.readValue("{\"title\": \"a\", \"often\": 2, \"words\": [\"b\"]}", Patch.class))
        .isEqualTo(new Patch("a", 2, List.of("b")));
    assertThatThrownBy(() -> json.readValue("{\"often\": \"2\"}", Patch.class))
        .hasMessageContaining("often");
  }

  @Test
  void aFieldThatIsGivenTwiceIsRefused() throws JsonProcessingException {
    String body = "{\"minutes\": 5, \"minutes\": 6}";
    assertThatThrownBy(() -> json.readValue(body, Pause.class))
        .hasMessageContaining("Duplicate field 'minutes'");
    // the control: without these settings, Jackson takes the last value
    assertThat(lenient.readValue(body, Pause.class).minutes()).isEqualTo(6);
  }
}
