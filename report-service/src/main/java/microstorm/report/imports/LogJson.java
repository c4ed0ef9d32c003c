package microstorm.report.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The log's records as JSON, and as digests that are equal when the records are. */
@ApplicationScoped
class LogJson {

  private final ObjectMapper json;

  LogJson(ObjectMapper json) {
    this.json = json;
  }

  String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A log is always JSON.", e);
    }
  }

  /** SHA-256 in hexadecimal. */
  String digest(Object value) {
    try {
      byte[] bytes = write(value).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** Whether two JSON texts say the same, whatever the order of their fields. */
  boolean same(String one, String other) {
    try {
      return json.readTree(one).equals(json.readTree(other));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored JSON is not readable.", e);
    }
  }
}
