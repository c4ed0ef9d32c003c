package microstorm.report.standard;

import java.util.List;
import microstorm.report.course.SessionPhase;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How well a session kept each standard. */
@Schema(
    description =
        "How well a session kept the eight standards for brainstorming, by the rules of one version.")
public record Scorecard(
    @Schema(
            description =
                "The version of the rules. A session is always scored by the version that was valid"
                    + " when its report became complete.",
            minimum = "1",
            examples = "1")
        int version,
    @Schema(
            description =
                "The language of the texts: that of the session, or `en` if there are no texts in"
                    + " it.",
            examples = "en")
        String language,
    @Schema(
            description = "The number of standards that the session kept.",
            minimum = "0",
            maximum = "8",
            examples = "6")
        int kept,
    @Schema(
            description = "The number of standards whose state is known.",
            minimum = "0",
            maximum = "8",
            examples = "7")
        int known,
    @Schema(description = "The standards, in the order of the log.")
        List<StandardScore> standards) {

  static Scorecard of(int version, String language, List<StandardScore> standards) {
    return new Scorecard(
        version,
        language,
        count(standards, StandardState.KEPT),
        standards.size() - count(standards, StandardState.NOT_KNOWN),
        standards);
  }

  private static int count(List<StandardScore> standards, StandardState state) {
    return (int) standards.stream().filter(standard -> standard.state() == state).count();
  }

  /** The score of one standard. */
  @Schema(description = "How well a session kept one standard, and how that was measured.")
  public record StandardScore(
      @Schema(description = "The standard.") Standard standard,
      @Schema(description = "How well the session kept it.") StandardState state,
      @Schema(description = "The standard in a few words.", examples = "Quiet time to write")
          String title,
      @Schema(
              description = "The rule, in words.",
              examples = "Kept: at least 5 minutes of quiet time. Partly: at least 2 minutes.")
          String rule,
      @Schema(
              description = "The measured value, in words; or why it is not known.",
              examples = "10 min of quiet time.")
          String measured,
      @Schema(
              description =
                  "The figures that the score is based on. Empty if the state is not known and no"
                      + " figure is.")
          List<Evidence> evidence,
      @Schema(
              description =
                  "What the group can do better next time. Absent if the standard was kept or its"
                      + " state is not known.",
              examples = "Plan a longer quiet time before anybody speaks.")
          @Nullable String hint) {}

  /** A figure that a score is based on. */
  @Schema(description = "A figure that the score of a standard is based on.")
  public record Evidence(
      @Schema(description = "The measure.") Measure measure,
      @Schema(description = "The name of the figure, in words.", examples = "Quiet time")
          String label,
      @Schema(description = "The value in its unit, rounded to tenths.", examples = "10")
          double value,
      @Schema(description = "The unit of the value.") MeasureUnit unit,
      @Schema(
              description = "The value with its unit, in the language of the scorecard.",
              examples = "10 min")
          String text,
      @Schema(description = "The phase that the figure is about. Absent for the whole session.")
          @Nullable SessionPhase phase) {}
}
