package microstorm.report.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The environment in which this service runs. */
public enum Environment {
  KUBERNETES,
  COMPOSE,
  LOCAL;

  /** The name in JSON, on the page and in the configuration. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
