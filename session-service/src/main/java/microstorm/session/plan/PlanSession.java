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
import microstorm.web.input.MultiLine;
import microstorm.web.input.PatchField;
import microstorm.web.input.SingleLine;
import microstorm.web.input.TextRules;
import microstorm.web.problem.CommonProblem;
import microstorm.web.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The plan of a new session, or changes of a plan. For a new session an absent field has the value
 * of the template or the default; in a change it stays as it is.
 *
 * @param problem the problem; an empty text removes it
 * @param plannedAt the planned time; null removes it
 * @param expectedSize the expected size; null removes it
 * @param criteria they replace all earlier ones
 * @param cards the group's own prompt cards; they replace all earlier ones
 * @param carryActions whether the open actions of the team's last session are carried over; true by
 *     default
 * @param templateOf an earlier session of the team, whose settings, criteria and cards are taken
 *     over
 */
public record PlanSession(
    @NotNull(groups = New.class) @Size(max = 200) @SingleLine String title,
    @Size(max = 2_000) @MultiLine String problem,
    @Size(max = 20, message = TOO_MANY) List<@NotNull @Size(max = 300) @SingleLine String> criteria,
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
    @Size(max = 100, message = TOO_MANY) List<@NotNull @Size(max = 200) @SingleLine String> cards,
    @Null(groups = Change.class, message = ONLY_NEW) Boolean carryActions,
    @Null(groups = Change.class, message = ONLY_NEW) UUID templateOf) {

  private static final String TOO_MANY = "must have at most {max} entries";
  private static final String ONLY_NEW = "can be set only when the session is planned";

  public PlanSession {
    problem = TextRules.withNewlines(problem);
  }

  /**
   * The settings with this request's values in place of those it names.
   *
   * @throws ProblemException 400 when the smallest group size is greater than the largest
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

  /** The constraints for a new session. */
  public interface New extends Default {}

  /** The constraints for a change. */
  public interface Change extends Default {}
}
