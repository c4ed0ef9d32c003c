package microstorm.session.plan;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import microstorm.http.input.InputLists;
import microstorm.http.input.MultiLine;
import microstorm.http.input.PatchField;
import microstorm.http.input.PatchValue;
import microstorm.http.input.SingleLine;
import microstorm.http.input.TextRules;
import microstorm.http.problem.ProblemException;
import microstorm.session.core.PlannedBreak;
import microstorm.session.core.Settings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Changes of a session: of its plan, and of the number and summary in the log. */
@Schema(
    description =
        "Changes of a session. An absent field stays as it is. `null` removes `problem`,"
            + " `plannedAt`, `quietUntil`, `timeZone`, `expectedSize`, `sharingMinutes`, `convergingMinutes`,"
            + " `agreeingMinutes`, `number` and `summary`.")
public record ChangeSession(
    @Schema(description = PlanText.TITLE, examples = PlanText.A_TITLE)
        @PatchValue
        @Size(max = PlanText.MAX_TITLE)
        @SingleLine
        String title,
    @Schema(
            implementation = String.class,
            description = PlanText.PROBLEM + " An empty text removes it, too.",
            maxLength = PlanText.MAX_PROBLEM,
            examples = PlanText.A_PROBLEM)
        PatchField<@Size(max = PlanText.MAX_PROBLEM) @MultiLine String> problem,
    @Schema(
            description =
                PlanText.CRITERIA
                    + " They replace all earlier ones; a criterion whose text stays the same keeps"
                    + " its id.",
            examples = PlanText.SOME_CRITERIA)
        @PatchValue
        @Size(max = PlanText.MAX_CRITERIA, message = PlanText.TOO_MANY)
        List<@NotNull @Size(max = PlanText.MAX_CRITERION) @SingleLine String> criteria,
    @Schema(implementation = Instant.class, description = PlanText.PLANNED_AT)
        PatchField<Instant> plannedAt,
    @Schema(
            implementation = String.class,
            description = PlanText.TIME_ZONE,
            examples = PlanText.A_TIME_ZONE)
        PatchField<@IanaTimeZone String> timeZone,
    @Schema(
            description = PlanText.LANGUAGE,
            enumeration = {"en", "de"},
            examples = "de")
        @PatchValue
        @Pattern(regexp = PlanText.LANGUAGES, message = PlanText.WRONG_LANGUAGE)
        String language,
    @Schema(
            implementation = Integer.class,
            description = PlanText.EXPECTED_SIZE,
            minimum = "1",
            maximum = "10000",
            examples = "6")
        PatchField<@Min(1) @Max(PlanText.MAX_PEOPLE) Integer> expectedSize,
    @Schema(description = PlanText.QUIET_MINUTES, examples = "5") @Min(1) @Max(120) @PatchValue
        Integer quietMinutes,
    @Schema(description = PlanText.BREAK_AFTER_MINUTES, examples = "25")
        @Min(5)
        @Max(240)
        @PatchValue
        Integer breakAfterMinutes,
    @Schema(description = PlanText.VOTES_PER_PERSON, examples = "3") @Min(0) @Max(20) @PatchValue
        Integer votesPerPerson,
    @Schema(description = PlanText.ANONYMOUS) @PatchValue Boolean anonymous,
    @Schema(description = PlanText.VOTES_ON_OWN_IDEAS) @PatchValue Boolean votesOnOwnIdeas,
    @Schema(description = PlanText.GROUP_MIN, examples = "5")
        @Min(1)
        @Max(PlanText.MAX_PEOPLE)
        @PatchValue
        Integer groupMin,
    @Schema(description = PlanText.GROUP_MAX, examples = "7")
        @Min(1)
        @Max(PlanText.MAX_PEOPLE)
        @PatchValue
        Integer groupMax,
    @Schema(
            implementation = Integer.class,
            description = PlanText.SHARING_MINUTES,
            minimum = "1",
            maximum = "240",
            examples = "15")
        PatchField<@Min(1) @Max(PlanText.MAX_PHASE_MINUTES) Integer> sharingMinutes,
    @Schema(
            implementation = Integer.class,
            description = PlanText.CONVERGING_MINUTES,
            minimum = "1",
            maximum = "240",
            examples = "8")
        PatchField<@Min(1) @Max(PlanText.MAX_PHASE_MINUTES) Integer> convergingMinutes,
    @Schema(
            implementation = Integer.class,
            description = PlanText.AGREEING_MINUTES,
            minimum = "1",
            maximum = "240",
            examples = "10")
        PatchField<@Min(1) @Max(PlanText.MAX_PHASE_MINUTES) Integer> agreeingMinutes,
    @Schema(description = PlanText.AUTO_ADVANCE) @PatchValue Boolean autoAdvance,
    @Schema(implementation = Instant.class, description = PlanText.QUIET_UNTIL)
        PatchField<Instant> quietUntil,
    @Schema(description = PlanText.COLLECT_EARLY) @PatchValue Boolean collectEarly,
    @Schema(
            description = PlanText.CARDS + " They replace all earlier ones.",
            examples = PlanText.SOME_CARDS)
        @PatchValue
        @Size(max = PlanText.MAX_CARDS, message = PlanText.TOO_MANY)
        List<@NotNull @Size(max = PlanText.MAX_CARD) @SingleLine String> cards,
    @Schema(description = PlanText.BREAKS + " They replace all earlier ones.")
        @PatchValue
        @Size(max = PlanText.MAX_BREAKS, message = PlanText.TOO_MANY)
        List<@NotNull @Valid PlannedBreak> breaks,
    @Schema(
            implementation = Integer.class,
            description = PlanText.NUMBER,
            minimum = "0",
            maximum = "1000000",
            examples = "3")
        PatchField<@Min(0) @Max(PlanText.MAX_NUMBER) Integer> number,
    @Schema(
            implementation = String.class,
            description = PlanText.SUMMARY + " An empty text removes it, too.",
            maxLength = PlanText.MAX_SUMMARY,
            examples = PlanText.A_SUMMARY)
        PatchField<@Size(max = PlanText.MAX_SUMMARY) @MultiLine String> summary) {

  public ChangeSession {
    summary = summary == null ? null : new PatchField<>(TextRules.trimmed(summary.value()));
    problem = problem == null ? null : new PatchField<>(TextRules.trimmed(problem.value()));
    criteria = InputLists.truncate(criteria, PlanText.MAX_CRITERIA);
    cards = InputLists.truncate(cards, PlanText.MAX_CARDS);
    breaks = InputLists.truncate(breaks, PlanText.MAX_BREAKS);
  }

  /** Whether this request changes nothing but the number or the summary. */
  boolean changesLogEntryOnly() {
    boolean changesPlan =
        Stream.of(
                title,
                problem,
                criteria,
                plannedAt,
                timeZone,
                language,
                expectedSize,
                quietMinutes,
                breakAfterMinutes,
                votesPerPerson,
                anonymous,
                votesOnOwnIdeas,
                groupMin,
                groupMax,
                sharingMinutes,
                convergingMinutes,
                agreeingMinutes,
                autoAdvance,
                quietUntil,
                collectEarly,
                cards,
                breaks)
            .anyMatch(Objects::nonNull);
    return !changesPlan;
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
            requireNonNullElse(groupMax, settings.groupMax()),
            PatchField.or(sharingMinutes, settings.sharingMinutes()),
            PatchField.or(convergingMinutes, settings.convergingMinutes()),
            PatchField.or(agreeingMinutes, settings.agreeingMinutes()),
            requireNonNullElse(autoAdvance, settings.autoAdvance()),
            requireNonNullElse(collectEarly, settings.collectEarly()));
    if (changed.groupMin() > changed.groupMax()) {
      throw groupMin == null
          ? ProblemException.invalid(
              "groupMax", "must be at least groupMin, which is " + changed.groupMin())
          : ProblemException.invalid(
              "groupMin", "must be at most groupMax, which is " + changed.groupMax());
    }
    return changed;
  }
}
