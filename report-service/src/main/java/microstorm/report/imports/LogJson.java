package microstorm.report.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import microstorm.http.Secrets;

/** Writes the log's records as JSON and computes digests, which are equal if the records are. */
@ApplicationScoped
class LogJson {

  private final ObjectMapper json;

  /** Stored digests are of JSON with nulls, which the answers of the API omit. */
  LogJson(ObjectMapper json) {
    this.json = json.copy().setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);
  }

  String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record of a log cannot be written as JSON.", e);
    }
  }

  /** SHA-256 in hexadecimal. */
  String digest(Object value) {
    return HexFormat.of().formatHex(Secrets.hash(write(value)));
  }

  /** Whether two JSON texts are equal apart from the order of their fields. */
  boolean same(String one, String other) {
    try {
      return json.readTree(one).equals(json.readTree(other));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored JSON of a log cannot be read.", e);
    }
  }
}
