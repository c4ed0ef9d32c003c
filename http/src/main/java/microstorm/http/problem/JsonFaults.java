package microstorm.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.vertx.core.json.Json;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Describes the problem of a body, without repeating any value from it. */
final class JsonFaults {

  private JsonFaults() {}

  static String describe(JsonProcessingException unreadable) {
    String where =
        unreadable.getLocation() == null
            ? ""
            : " (line %d, column %d)"
                .formatted(
                    unreadable.getLocation().getLineNr(), unreadable.getLocation().getColumnNr());
    if (unreadable instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      String field = mapping.getPath().get(mapping.getPath().size() - 1).getFieldName();
      if (field != null) {
        return "The field " + field + " " + faultOf(mapping) + where + ".";
      }
    }
    return "The body is not JSON of the shape that this operation expects" + where + ".";
  }

  private static String faultOf(JsonMappingException mapping) {
    if (mapping instanceof UnrecognizedPropertyException) {
      return "is unknown";
    }
    if (mapping instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return Arrays.stream(format.getTargetType().getEnumConstants())
          .map(Json::encode)
          .collect(Collectors.joining(", ", "must be one of ", ""));
    }
    if (mapping instanceof InvalidNullException) {
      return "cannot be removed; omit it, or send a value";
    }
    return "has a value of the wrong type";
  }
}
