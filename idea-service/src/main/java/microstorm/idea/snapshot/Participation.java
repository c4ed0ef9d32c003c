package microstorm.idea.snapshot;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many participants have written, without a hint who they are. */
@Schema(
    description =
        "The numbers of participants who have and have not written. Both are absent before the"
            + " sharing phase if fewer than three participants have been connected, because the"
            + " numbers would show who has written.")
public record Participation(
    @Schema(description = Participation.WRITERS, minimum = "0", examples = "5")
        @Nullable Integer writers,
    @Schema(description = Participation.SILENT, minimum = "0", examples = "1")
        @Nullable Integer silent) {

  static final String WRITERS =
      "The number of participants who have written. Facilitators do not count.";
  static final String SILENT =
      "The number of connected participants who have not written, at least: someone who has written"
          + " and is not connected makes it smaller. While nobody is connected, and in a session"
          + " over days, all participants who are present count.";

  static final Participation UNKNOWN = new Participation(null, null);
}
