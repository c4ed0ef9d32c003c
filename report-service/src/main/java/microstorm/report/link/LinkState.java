package microstorm.report.link;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a check has found at an address. */
@Schema(
    description =
        "What the last check found. `works`: the page is there. `moved`: it is there, but has"
            + " permanently moved to `movedTo`. `restricted`: the server answers, but not to a"
            + " program without a login. `broken`: the server answers that there is no such page,"
            + " or that it fails. `unreachable`: nothing answered. `refused`: the check does not"
            + " connect to such an address, because it is not on the public internet.")
public enum LinkState {
  WORKS,
  MOVED,
  RESTRICTED,
  BROKEN,
  UNREACHABLE,
  REFUSED;

  static LinkState of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
