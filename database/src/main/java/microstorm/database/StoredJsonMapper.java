package microstorm.database;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The mapper for JSON in columns of the database. */
public final class StoredJsonMapper {

  private StoredJsonMapper() {}

  /**
   * A copy of the mapper of the API that ignores unknown fields: during an update, the next version
   * stores fields that this one does not know.
   */
  public static ObjectMapper of(ObjectMapper api) {
    return api.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }
}
