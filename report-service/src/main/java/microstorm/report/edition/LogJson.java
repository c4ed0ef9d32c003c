package microstorm.report.edition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import microstorm.database.StoredJsonMapper;
import microstorm.http.Secrets;

/** Writes the log's records as JSON and computes digests, which are equal if the records are. */
@ApplicationScoped
public class LogJson {

  private final ObjectMapper json;

  /** Stored digests are of JSON with nulls, which the answers of the API omit. */
  public LogJson(ObjectMapper json) {
    this.json = StoredJsonMapper.of(json).setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);
  }

  /** The value as JSON, with its nulls. */
  public String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record of a log cannot be written as JSON.", e);
    }
  }

  /** SHA-256 of the value as JSON, in hexadecimal. */
  public String digest(Object value) {
    return hash(write(value));
  }

  /** SHA-256 of a text, in hexadecimal. */
  public String hash(String text) {
    return HexFormat.of().formatHex(Secrets.hash(text));
  }

  /** The value of a text that {@link #write} has written. */
  public <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "The stored JSON of a log cannot be read as " + type.getSimpleName() + ".", e);
    }
  }

  /** Whether two JSON texts are equal apart from the order of their fields. */
  public boolean same(String one, String other) {
    try {
      return json.readTree(one).equals(json.readTree(other));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored JSON of a log cannot be read.", e);
    }
  }
}
