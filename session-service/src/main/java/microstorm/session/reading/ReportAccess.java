package microstorm.session.reading;

import microstorm.session.core.ApiText;
import microstorm.session.core.Session;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The rules for reading a session's report. */
@Schema(
    description =
        "The rules for reading a session's report. Owners, members, its facilitators and its"
            + " participants can always read it.")
public record ReportAccess(
    @Schema(description = "Whether observers can read the report.") boolean observers,
    @Schema(
            description =
                "The secret that lets anybody read the report, also without a seat and after the"
                    + " session; absent while there is none.",
            examples = ApiText.A_CODE)
        @Nullable String readerCode) {

  static ReportAccess of(Session session) {
    return new ReportAccess(session.reportForObservers, session.readerCode);
  }

  /** Keeps the code out of logs. */
  @Override
  public String toString() {
    return "ReportAccess";
  }
}
