package microstorm.report.link;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What part of a report a link is in. */
@Schema(
    description = "What part of a report a link is in: an `idea`, the `problem` or the `summary`.")
public enum LinkPart {
  IDEA,
  PROBLEM,
  SUMMARY;

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
