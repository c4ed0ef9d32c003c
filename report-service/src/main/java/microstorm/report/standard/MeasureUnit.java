package microstorm.report.standard;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The units of measured values. */
@Schema(description = "The unit of a value. A `count` has none, and `percent` is from 0 to 100.")
public enum MeasureUnit {
  COUNT,
  PERCENT,
  MINUTES;

  /** The name in JSON. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
