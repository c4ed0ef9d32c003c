package microstorm.report.platform.check;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The extent to which a deployment fulfils a point. */
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
