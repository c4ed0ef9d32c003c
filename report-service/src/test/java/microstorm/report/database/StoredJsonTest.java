package microstorm.report.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import microstorm.report.edition.LogJson;
import org.junit.jupiter.api.Test;

class StoredJsonTest {

  private static final String OF_THE_NEXT_VERSION = "{\"name\":\"chair\",\"colour\":\"red\"}";

  /** The mapper of the API, which refuses unknown fields. */
  private final ObjectMapper strict = new ObjectMapper();

  private record Furniture(String name) {}

  @Test
  void fieldsOfTheNextVersionAreIgnored() {
    Furniture chair = new Furniture("chair");
    assertThat(new StoredJson(strict).read(OF_THE_NEXT_VERSION, Furniture.class)).isEqualTo(chair);
    assertThat(new LogJson(strict).read(OF_THE_NEXT_VERSION, Furniture.class)).isEqualTo(chair);
  }

  /** Negative control. */
  @Test
  void theApiRefusesThem() {
    assertThatThrownBy(() -> strict.readValue(OF_THE_NEXT_VERSION, Furniture.class))
        .isInstanceOf(JsonProcessingException.class);
  }
}
