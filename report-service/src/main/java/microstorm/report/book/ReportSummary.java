package microstorm.report.book;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import microstorm.report.course.SessionPhase;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report as an entry of the list. */
@Schema(description = "A report as an entry of the list.")
public record ReportSummary(
    @Schema(description = "The session that this is the report of.") UUID sessionId,
    @Schema(
            description = "The number of the session in the log, if it has one.",
            minimum = "0",
            examples = "3")
        @Nullable Integer number,
    @Schema(
            description = "The title of the session. A session of a log may have none.",
            examples = "Cheaper lunch")
        @Nullable String title,
    @Schema(
            description =
                "The day on which the session was held or is planned, in its time zone. Absent if"
                    + " there is none yet.")
        @Nullable LocalDate heldOn,
    @Schema(description = "The phase of the session; `closed` for a session of a log.")
        SessionPhase phase,
    @Schema(
            description =
                "Whether the session is closed and the report contains everything that was"
                    + " accepted.")
        boolean complete,
    @Schema(
            description =
                "Whether the session was anonymous. Then the report does not name the people who"
                    + " took part, and `counts` has their number. The owners of actions have names"
                    + " in every session.")
        boolean anonymous,
    @Schema(
            description =
                "The people who took part, in the order in which they joined. Empty if the session"
                    + " was anonymous.")
        List<ReportParticipant> participants,
    @Schema(description = "The size of the report.") ReportCounts counts) {}
