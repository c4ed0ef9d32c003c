package microstorm.report.standard;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How well a session kept a standard, from the best to the worst; or that nobody knows. */
@Schema(
    description =
        "How well a session kept a standard. `not-known`: there is nothing to measure it by, for"
            + " example in a session of a log.")
public enum StandardState {
  KEPT,
  PARTLY,
  MISSED,
  NOT_KNOWN;

  /** The name in JSON. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
