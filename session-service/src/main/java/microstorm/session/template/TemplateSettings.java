package microstorm.session.template;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import microstorm.http.problem.ProblemException;
import microstorm.session.core.Settings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The settings that a template determines; null where it leaves the choice to others. */
@Schema(
    description =
        "Settings of the sessions that are planned from the template. An absent one comes from the"
            + " team's default template or is the standard value.")
public record TemplateSettings(
    @Schema(description = "The minimum length of the quiet phase in minutes.", examples = "5")
        @Min(1)
        @Max(120)
        @Nullable Integer quietMinutes,
    @Schema(
            description = "The minutes of work without a break after which a break is proposed.",
            examples = "25")
        @Min(5)
        @Max(240)
        @Nullable Integer breakAfterMinutes,
    @Schema(description = "The number of dots of each person; 0 for no voting.", examples = "3")
        @Min(0)
        @Max(20)
        @Nullable Integer votesPerPerson,
    @Schema(description = "Whether the authors and times of ideas are not stored.")
        @Nullable Boolean anonymous,
    @Schema(description = "Whether people may give dots and marks to their own ideas.")
        @Nullable Boolean votesOnOwnIdeas,
    @Schema(description = "The smallest advised group, in people.", examples = "5")
        @Min(1)
        @Max(10_000)
        @Nullable Integer groupMin,
    @Schema(description = "The largest advised group, in people.", examples = "7")
        @Min(1)
        @Max(10_000)
        @Nullable Integer groupMax,
    @Schema(description = "The time for the sharing phase in minutes.", examples = "15")
        @Min(1)
        @Max(240)
        @Nullable Integer sharingMinutes,
    @Schema(description = "The time for the converging phase in minutes.", examples = "8")
        @Min(1)
        @Max(240)
        @Nullable Integer convergingMinutes,
    @Schema(description = "The time for the phase `agreeing` in minutes.", examples = "10")
        @Min(1)
        @Max(240)
        @Nullable Integer agreeingMinutes,
    @Schema(
            description =
                "Whether the sharing phase is announced by itself when everyone is ready.")
        @Nullable Boolean autoAdvance) {

  /** The settings with the values of this template in place of those that it determines. */
  Settings applyTo(Settings settings) {
    return new Settings(
        settings.expectedSize(),
        requireNonNullElse(quietMinutes, settings.quietMinutes()),
        requireNonNullElse(breakAfterMinutes, settings.breakAfterMinutes()),
        requireNonNullElse(votesPerPerson, settings.votesPerPerson()),
        requireNonNullElse(anonymous, settings.anonymous()),
        requireNonNullElse(votesOnOwnIdeas, settings.votesOnOwnIdeas()),
        requireNonNullElse(groupMin, settings.groupMin()),
        requireNonNullElse(groupMax, settings.groupMax()),
        sharingMinutes == null ? settings.sharingMinutes() : sharingMinutes,
        convergingMinutes == null ? settings.convergingMinutes() : convergingMinutes,
        agreeingMinutes == null ? settings.agreeingMinutes() : agreeingMinutes,
        requireNonNullElse(autoAdvance, settings.autoAdvance()),
        settings.collectEarly());
  }

  /**
   * Requires that the group sizes go together, also with the standard value of the other one.
   *
   * @throws ProblemException 400
   */
  void check() {
    Settings all = applyTo(Settings.STANDARD);
    if (all.groupMin() > all.groupMax()) {
      throw ProblemException.invalid("settings.groupMin", "must not be greater than groupMax");
    }
  }
}
