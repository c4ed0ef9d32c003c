package microstorm.report.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import microstorm.database.StoredJsonMapper;

/** Writes and reads the JSON in columns of the database. */
@ApplicationScoped
public class StoredJson {

  private final ObjectMapper json;

  public StoredJson(ObjectMapper json) {
    this.json = StoredJsonMapper.of(json);
  }

  /** A value as JSON. */
  public String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          value.getClass().getSimpleName() + " cannot be written as JSON.", e);
    }
  }

  /**
   * The value of a column.
   *
   * @throws IllegalStateException if the text is not JSON of this type
   */
  public <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "Stored JSON cannot be read as " + type.getSimpleName() + ".", e);
    }
  }
}
