package microstorm.session.core;

import jakarta.persistence.Embeddable;
import java.util.Optional;
import microstorm.session.event.SessionSettings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a session.
 *
 * @param expectedSize the number of expected people; null when it is unknown
 * @param quietMinutes the minimum length of the quiet phase in minutes
 * @param breakAfterMinutes the working time in minutes after which a break is proposed
 * @param votesPerPerson the number of dots of each person; 0 when the group does not converge
 * @param anonymous whether authors are not stored
 * @param votesOnOwnIdeas whether people may give dots and marks to their own ideas
 * @param groupMin the smallest advised group size
 * @param groupMax the largest advised group size
 * @param sharingMinutes the time for the sharing phase in minutes; null when none is set
 * @param convergingMinutes the same for the converging phase
 * @param agreeingMinutes the same for the phase in which the group agrees on actions
 * @param autoAdvance whether the sharing phase begins by itself when everyone is ready
 * @param collectEarly whether people may write before the quiet phase begins
 */
@Embeddable
@Schema(description = "The settings of a session. They can change until the session starts.")
public record Settings(
    @Schema(
            description = "The number of people that are expected; absent when it is unknown.",
            minimum = "1",
            maximum = "10000",
            examples = "6")
        @Nullable Integer expectedSize,
    @Schema(
            description = "The minimum length of the quiet phase in minutes, without breaks.",
            minimum = "1",
            maximum = "120",
            examples = "5")
        int quietMinutes,
    @Schema(
            description = "The minutes of work without a break after which a break is proposed.",
            minimum = "5",
            maximum = "240",
            examples = "25")
        int breakAfterMinutes,
    @Schema(
            description =
                "The number of dots that each person can give. With 0 the session has no phase"
                    + " `converging`.",
            minimum = "0",
            maximum = "20",
            examples = "3")
        int votesPerPerson,
    @Schema(description = "Whether the authors and times of ideas are not stored.")
        boolean anonymous,
    @Schema(description = "Whether people may give dots and marks to their own ideas.")
        boolean votesOnOwnIdeas,
    @Schema(
            description = "The smallest group that the plan advises, in people.",
            minimum = "1",
            maximum = "10000",
            examples = "5")
        int groupMin,
    @Schema(
            description = "The largest group that the plan advises, in people.",
            minimum = "1",
            maximum = "10000",
            examples = "7")
        int groupMax,
    @Schema(
            description = "The time for the sharing phase in minutes; absent when none is set.",
            minimum = "1",
            maximum = "240",
            examples = "15")
        @Nullable Integer sharingMinutes,
    @Schema(
            description = "The time for the converging phase in minutes; absent when none is set.",
            minimum = "1",
            maximum = "240",
            examples = "8")
        @Nullable Integer convergingMinutes,
    @Schema(
            description = "The time for the phase `agreeing` in minutes; absent when none is set.",
            minimum = "1",
            maximum = "240",
            examples = "10")
        @Nullable Integer agreeingMinutes,
    @Schema(
            implementation = boolean.class,
            description =
                "Whether the sharing phase is announced by itself when everyone is ready.")
        Boolean autoAdvance,
    @Schema(
            implementation = boolean.class,
            description =
                "Whether people may write ideas in the phases `planned` and `lobby`. They stay"
                    + " hidden until the sharing phase.")
        Boolean collectEarly) {

  /**
   * The defaults: the values of the log's standards, and common values where these leave a choice.
   */
  public static final Settings STANDARD =
      new Settings(null, 5, 25, 3, false, true, 5, 7, null, null, null, false, false);

  /** Earlier versions store no {@code autoAdvance} and no {@code collectEarly}. */
  public Settings {
    autoAdvance = Boolean.TRUE.equals(autoAdvance);
    collectEarly = Boolean.TRUE.equals(collectEarly);
  }

  /**
   * The settings that a later session takes over from this one. It collects ideas early only if its
   * own plan says so, because that needs its own problem.
   */
  public Settings forLaterSession() {
    return new Settings(
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
        false);
  }

  /**
   * The time that is planned for a phase, in minutes; empty if none is, and for the quiet phase.
   */
  Optional<Integer> minutesOf(Phase phase) {
    return Optional.ofNullable(
        switch (phase) {
          case SHARING -> sharingMinutes;
          case CONVERGING -> convergingMinutes;
          case AGREEING -> agreeingMinutes;
          default -> null;
        });
  }

  SessionSettings toEvent() {
    return new SessionSettings(
        expectedSize,
        quietMinutes,
        breakAfterMinutes,
        votesPerPerson,
        anonymous,
        votesOnOwnIdeas,
        groupMin,
        groupMax,
        collectEarly);
  }
}
