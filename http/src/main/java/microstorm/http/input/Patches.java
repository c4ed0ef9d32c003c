package microstorm.http.input;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Questions about whole PATCH requests, whose absent fields are null. */
public final class Patches {

  private Patches() {}

  /** Whether a request changes nothing, because it has no field. */
  public static boolean isEmpty(Record patch) {
    return Arrays.stream(patch.getClass().getRecordComponents())
        .allMatch(field -> read(patch, field) == null);
  }

  private static Object read(Record patch, RecordComponent field) {
    try {
      return field.getAccessor().invoke(patch);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("The field " + field + " cannot be read.", e);
    }
  }
}
