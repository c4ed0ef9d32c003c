package microstorm.report.link;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The kind of a text of a report that has links. */
@Schema(description = "The kind of a text that has links.")
public enum ReportPart {
  PROBLEM,
  SUMMARY,
  TOPIC,
  IDEA,
  ACTION;

  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
