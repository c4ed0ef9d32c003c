package microstorm.report.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a deployment does what a point asks for. */
public enum State {
  YES,
  PARTLY,
  NO,
  /** The service cannot read the objects that the answer depends on. */
  UNKNOWN;

  /** The name in JSON and on the page. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
