package microstorm.session.plan;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import microstorm.session.core.Settings;
import microstorm.web.CommonProblem;
import microstorm.web.MultiLine;
import microstorm.web.PatchField;
import microstorm.web.ProblemException;
import microstorm.web.SingleLine;
import microstorm.web.TextRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A session to be, or what is to be different about one. What is absent is as the template has it,
 * as the standards ask for, or as it was.
 *
 * @param problem an empty one takes the problem away
 * @param plannedAt null takes the date away
 * @param expectedSize null takes the size away
 * @param criteria replace those there were
 * @param cards the group's own prompt cards; replace those there were
 * @param carryActions whether the open actions of the team's last session are taken over; they are,
 *     unless this is false
 * @param templateOf an earlier session of the team, for settings, criteria and cards
 */
public record PlanSession(
    @NotNull(groups = New.class) @Size(max = 200) @SingleLine String title,
    @Size(max = 2_000) @MultiLine String problem,
    @Size(max = 20) List<@NotNull @Size(max = 300) @SingleLine String> criteria,
    @Schema(implementation = Instant.class) PatchField<Instant> plannedAt,
    @IanaTimeZone String timeZone,
    @Schema(implementation = Integer.class, minimum = "1", maximum = "10000")
        PatchField<@Min(1) @Max(10_000) Integer> expectedSize,
    @Min(1) @Max(120) Integer quietMinutes,
    @Min(5) @Max(240) Integer breakAfterMinutes,
    @Min(0) @Max(20) Integer votesPerPerson,
    Boolean anonymous,
    Boolean votesOnOwnIdeas,
    @Min(1) @Max(10_000) Integer groupMin,
    @Min(1) @Max(10_000) Integer groupMax,
    @Size(max = 100) List<@NotNull @Size(max = 200) @SingleLine String> cards,
    @Null(groups = Change.class) Boolean carryActions,
    @Null(groups = Change.class) UUID templateOf) {

  public PlanSession {
    problem = TextRules.withNewlines(problem);
  }

  /**
   * The settings with this request's values in place of those it names.
   *
   * @throws ProblemException 400 if the smallest group size is above the largest
   */
  Settings applyTo(Settings settings) {
    Settings changed =
        new Settings(
            PatchField.or(expectedSize, settings.expectedSize()),
            requireNonNullElse(quietMinutes, settings.quietMinutes()),
            requireNonNullElse(breakAfterMinutes, settings.breakAfterMinutes()),
            requireNonNullElse(votesPerPerson, settings.votesPerPerson()),
            requireNonNullElse(anonymous, settings.anonymous()),
            requireNonNullElse(votesOnOwnIdeas, settings.votesOnOwnIdeas()),
            requireNonNullElse(groupMin, settings.groupMin()),
            requireNonNullElse(groupMax, settings.groupMax()));
    if (changed.groupMin() > changed.groupMax()) {
      throw CommonProblem.INVALID.exception("groupMin must not be greater than groupMax.");
    }
    return changed;
  }

  /** What a new session needs. */
  public interface New extends Default {}

  /** What a session that is there can be given. */
  public interface Change extends Default {}
}
