package microstorm.session.reading;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import microstorm.session.core.ApiText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to read a report. */
@Schema(description = "A request to read a report with its code.")
public record OpenReport(
    @Schema(description = "The reader code of the session.", examples = ApiText.A_CODE)
        @NotNull
        @Size(max = 64)
        String readerCode) {

  /** Keeps the code out of logs. */
  @Override
  public String toString() {
    return "OpenReport";
  }
}
