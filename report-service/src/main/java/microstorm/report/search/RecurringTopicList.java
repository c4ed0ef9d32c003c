package microstorm.report.search;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The topics that sessions of a team have in common. */
@Schema(description = "The topics that sessions of the team have in common.")
public record RecurringTopicList(
    @Schema(description = "The topics, the most frequent first.") List<RecurringTopic> items) {

  /** A topic of several sessions. */
  @Schema(description = "A topic or group of several sessions.")
  public record RecurringTopic(
      @Schema(description = "The title that is used most often.", examples = "Cooking")
          String title,
      @Schema(description = "The number of sessions that had it.", minimum = "2", examples = "4")
          int sessions,
      @Schema(description = "The day of the last of them. Absent if none has a date.")
          @Nullable LocalDate lastHeldOn) {}
}
