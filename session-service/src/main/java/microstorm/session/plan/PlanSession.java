package microstorm.session.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import microstorm.http.input.InputLists;
import microstorm.http.input.MultiLine;
import microstorm.http.input.PatchField;
import microstorm.http.input.SingleLine;
import microstorm.http.input.TextRules;
import microstorm.session.core.PlannedBreak;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The plan of a new session. */
@Schema(
    description =
        "The plan of a new session. An absent field has the value of the template, then of the"
            + " team's default template or, without these, the default.")
public record PlanSession(
    @Schema(description = PlanText.TITLE, examples = PlanText.A_TITLE)
        @NotNull
        @Size(max = PlanText.MAX_TITLE)
        @SingleLine
        String title,
    @Schema(description = PlanText.PROBLEM, examples = PlanText.A_PROBLEM)
        @Size(max = PlanText.MAX_PROBLEM)
        @MultiLine
        String problem,
    @Schema(description = PlanText.CRITERIA, examples = PlanText.SOME_CRITERIA)
        @Size(max = PlanText.MAX_CRITERIA, message = PlanText.TOO_MANY)
        List<@NotNull @Size(max = PlanText.MAX_CRITERION) @SingleLine String> criteria,
    @Schema(description = PlanText.PLANNED_AT) Instant plannedAt,
    @Schema(description = PlanText.TIME_ZONE, examples = PlanText.A_TIME_ZONE) @IanaTimeZone
        String timeZone,
    @Schema(
            description =
                PlanText.LANGUAGE + " By default that of the template, otherwise the team's.",
            enumeration = {"en", "de"},
            examples = "de")
        @Pattern(regexp = PlanText.LANGUAGES, message = PlanText.WRONG_LANGUAGE)
        String language,
    @Schema(description = PlanText.EXPECTED_SIZE, examples = "6") @Min(1) @Max(PlanText.MAX_PEOPLE)
        Integer expectedSize,
    @Schema(description = PlanText.QUIET_MINUTES + " By default 5.", examples = "5")
        @Min(1)
        @Max(120)
        Integer quietMinutes,
    @Schema(description = PlanText.BREAK_AFTER_MINUTES + " By default 25.", examples = "25")
        @Min(5)
        @Max(240)
        Integer breakAfterMinutes,
    @Schema(description = PlanText.VOTES_PER_PERSON + " By default 3.", examples = "3")
        @Min(0)
        @Max(20)
        Integer votesPerPerson,
    @Schema(description = PlanText.ANONYMOUS + " By default `false`.") Boolean anonymous,
    @Schema(description = PlanText.VOTES_ON_OWN_IDEAS + " By default `true`.")
        Boolean votesOnOwnIdeas,
    @Schema(description = PlanText.GROUP_MIN + " By default 5.", examples = "5")
        @Min(1)
        @Max(PlanText.MAX_PEOPLE)
        Integer groupMin,
    @Schema(description = PlanText.GROUP_MAX + " By default 7.", examples = "7")
        @Min(1)
        @Max(PlanText.MAX_PEOPLE)
        Integer groupMax,
    @Schema(description = PlanText.SHARING_MINUTES, examples = "15")
        @Min(1)
        @Max(PlanText.MAX_PHASE_MINUTES)
        Integer sharingMinutes,
    @Schema(description = PlanText.CONVERGING_MINUTES, examples = "8")
        @Min(1)
        @Max(PlanText.MAX_PHASE_MINUTES)
        Integer convergingMinutes,
    @Schema(description = PlanText.AGREEING_MINUTES, examples = "10")
        @Min(1)
        @Max(PlanText.MAX_PHASE_MINUTES)
        Integer agreeingMinutes,
    @Schema(description = PlanText.AUTO_ADVANCE + " By default `false`.") Boolean autoAdvance,
    @Schema(description = PlanText.QUIET_UNTIL) Instant quietUntil,
    @Schema(
            description =
                PlanText.COLLECT_EARLY
                    + " By default `false`, also if an earlier session or a template is used.")
        Boolean collectEarly,
    @Schema(description = PlanText.CARDS, examples = PlanText.SOME_CARDS)
        @Size(max = PlanText.MAX_CARDS, message = PlanText.TOO_MANY)
        List<@NotNull @Size(max = PlanText.MAX_CARD) @SingleLine String> cards,
    @Schema(description = PlanText.BREAKS)
        @Size(max = PlanText.MAX_BREAKS, message = PlanText.TOO_MANY)
        List<@NotNull @Valid PlannedBreak> breaks,
    @Schema(
            description = "The titles of the topics that the board begins with, in order.",
            examples = "[\"Start\", \"Stop\", \"Continue\"]")
        @Size(max = PlanText.MAX_TOPICS, message = PlanText.TOO_MANY)
        List<@NotNull @Size(max = PlanText.MAX_TOPIC) @SingleLine String> topics,
    @Schema(description = PlanText.NUMBER, examples = "3") @Min(0) @Max(PlanText.MAX_NUMBER)
        Integer number,
    @Schema(
            description =
                "Whether the session shows the actions of the team's other sessions while it runs. By"
                    + " default `true`.")
        Boolean showActions,
    @Schema(
            description =
                "The id of an earlier session of the team whose settings, time zone, criteria and"
                    + " cards the plan takes over, unless the request has its own.")
        UUID templateOf,
    @Schema(
            description =
                "The id of the template from which the session is planned, one of the team's or one"
                    + " that ships. Not together with `templateOf`.",
            examples = "premortem.en")
        @Size(min = 1, max = 100)
        String template,
    @Schema(description = PlanText.REHEARSAL + " By default `false`.") Boolean rehearsal) {

  public PlanSession {
    problem = TextRules.trimmed(problem);
    criteria = InputLists.truncate(criteria, PlanText.MAX_CRITERIA);
    cards = InputLists.truncate(cards, PlanText.MAX_CARDS);
    breaks = InputLists.truncate(breaks, PlanText.MAX_BREAKS);
    topics = InputLists.truncate(topics, PlanText.MAX_TOPICS);
  }

  /** The same as changes of an empty plan. */
  ChangeSession fields() {
    return new ChangeSession(
        title,
        problem == null ? null : new PatchField<>(problem),
        criteria,
        plannedAt == null ? null : new PatchField<>(plannedAt),
        timeZone == null ? null : new PatchField<>(timeZone),
        language,
        expectedSize == null ? null : new PatchField<>(expectedSize),
        quietMinutes,
        breakAfterMinutes,
        votesPerPerson,
        anonymous,
        votesOnOwnIdeas,
        groupMin,
        groupMax,
        sharingMinutes == null ? null : new PatchField<>(sharingMinutes),
        convergingMinutes == null ? null : new PatchField<>(convergingMinutes),
        agreeingMinutes == null ? null : new PatchField<>(agreeingMinutes),
        autoAdvance,
        quietUntil == null ? null : new PatchField<>(quietUntil),
        collectEarly,
        cards,
        breaks,
        number == null ? null : new PatchField<>(number),
        null);
  }
}
