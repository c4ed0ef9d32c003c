package microstorm.report.platform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The environment in which this service runs. */
@Schema(
    name = "PlatformEnvironment",
    description = "The environment of the services. `local` is one machine without containers.")
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
