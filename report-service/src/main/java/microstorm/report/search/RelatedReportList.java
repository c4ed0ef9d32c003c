package microstorm.report.search;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The sessions that are about the same as another one. */
@Schema(description = "The sessions that are about the same as another one.")
public record RelatedReportList(
    @Schema(description = "The sessions, the most similar first; at most five.")
        List<RelatedReport> items) {

  /** A related session. */
  @Schema(description = "A session of the same team about the same subject.")
  public record RelatedReport(
      @Schema(description = "The session.") UUID sessionId,
      @Schema(
              description = "The number of the session, if it has one.",
              minimum = "0",
              examples = "3")
          @Nullable Integer number,
      @Schema(description = "The title of the session.", examples = "Cheaper lunch")
          @Nullable String title,
      @Schema(description = "The day on which the session was held.") @Nullable LocalDate heldOn) {}
}
