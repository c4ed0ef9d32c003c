package microstorm.report.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state of an import. */
@Schema(
    description =
        "The state of the import. It is `running` until each session is complete or has failed,"
            + " then `failed` if at least one of them has failed, and otherwise `complete`.")
public enum ImportState {
  RUNNING,
  COMPLETE,
  FAILED;

  /** The name in JSON. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
