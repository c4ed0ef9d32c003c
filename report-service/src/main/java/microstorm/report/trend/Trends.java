package microstorm.report.trend;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Figures of a team's sessions over time. */
@Schema(description = "Figures of the team's sessions over time.")
public record Trends(
    @Schema(description = "The sessions, oldest first.") List<TrendSession> items) {

  /** The figures of one session; null for what nobody knows. */
  @Schema(
      description =
          "The figures of one session. A figure that nobody knows is absent: a session of a log has"
              + " neither quiet time, balance, ideas that build on another nor actions.")
  public record TrendSession(
      @Schema(description = "The session.") UUID sessionId,
      @Schema(
              description = "The number of the session in the log, if it has one.",
              minimum = "0",
              examples = "3")
          @Nullable Integer number,
      @Schema(
              description = "The title of the session. A session of a log may have none.",
              examples = "Cheaper lunch")
          @Nullable String title,
      @Schema(description = "The day on which the session was held.") LocalDate heldOn,
      @Schema(
              description = "The number of people who took part, without observers.",
              minimum = "0",
              examples = "6")
          @Nullable Integer groupSize,
      @Schema(description = "Ideas divided by people.", minimum = "0", examples = "5.2")
          @Nullable Double ideasPerPerson,
      @Schema(
              description = "The length of the quiet phase in minutes, without breaks.",
              minimum = "0",
              examples = "10")
          @Nullable Double quietMinutes,
      @Schema(
              description =
                  "How evenly the ideas are spread over the people: the entropy of their shares,"
                      + " divided by the largest possible one, in percent. 100 if everyone wrote"
                      + " equally many ideas, 0 if one person wrote all. Absent for anonymous"
                      + " sessions, which store no authors.",
              minimum = "0",
              maximum = "100",
              examples = "91.4")
          @Nullable Double balance,
      @Schema(
              description = "The number of ideas that build on another one.",
              minimum = "0",
              examples = "9")
          @Nullable Integer buildOns,
      @Schema(
              description = "The number of actions that the group agreed on.",
              minimum = "0",
              examples = "4")
          @Nullable Integer actions,
      @Schema(description = "The number of those that are done.", minimum = "0", examples = "3")
          @Nullable Integer actionsDone,
      @Schema(
              description = "The number of standards that the session kept.",
              minimum = "0",
              maximum = "8",
              examples = "6")
          int standardsKept,
      @Schema(
              description = "The number of standards whose state is known.",
              minimum = "0",
              maximum = "8",
              examples = "7")
          int standardsKnown) {}
}
