package microstorm.report.platform.check;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The extent to which a deployment fulfils a point. */
@Schema(
    name = "PlatformState",
    description =
        "The extent to which a deployment fulfils a point. With `unknown`, the service may not read"
            + " the objects that the answer depends on.")
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
