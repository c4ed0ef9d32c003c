package microstorm.report.course;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry in the timeline of a session. */
@Schema(description = "An entry in the timeline of a session.")
public record Happening(
    @Schema(description = "The time at which it happened.") Instant happenedAt,
    @Schema(description = "The kind of event. It decides which fields `detail` has.")
        HappeningKind kind,
    @Schema(description = "The details of this kind; empty if the kind has none.")
        HappeningDetail detail) {

  /**
   * The details that the event gives. The fields have the names of the events' fields, from which
   * they are read.
   */
  @Schema(
      description =
          "The details of an entry in the timeline. Each field belongs to certain kinds and is"
              + " absent in all others.")
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record HappeningDetail(
      @Schema(
              description =
                  "In `lobby-opened`: whether the session shows the actions of the team's other"
                      + " sessions.")
          @Nullable Boolean showsActions,
      @Schema(description = "In `lobby-opened`: whether the session is a rehearsal.")
          @Nullable Boolean rehearsal,
      @Schema(
              description =
                  "In `quiet-started`: the end of the quiet time if there is no break. In"
                      + " `break-started`: the planned end of the break.")
          @Nullable Instant endsAt,
      @Schema(
              description =
                  "In `sharing-started`: the length of the quiet phase in seconds, without breaks.",
              minimum = "0",
              examples = "300")
          @Nullable Long quietSeconds,
      @Schema(
              description =
                  "In `sharing-started`: the length of the breaks in the quiet phase in seconds.",
              minimum = "0",
              examples = "60")
          @Nullable Long pausedSeconds,
      @Schema(
              description =
                  "In `sharing-started`: whether the quiet phase ended early because everyone was"
                      + " ready.")
          @Nullable Boolean endedEarly,
      @Schema(
              description = "In `converging-started`: the number of dots that each person has.",
              minimum = "0",
              examples = "3")
          @Nullable Integer votesPerPerson,
      @Schema(description = "In `phase-reverted`: the phase that the session left.")
          @Nullable SessionPhase from,
      @Schema(description = "In `phase-reverted`: the earlier phase that it went back to.")
          @Nullable SessionPhase to,
      @Schema(
              description =
                  "In `break-proposed`: the minutes that the group had worked without a break.",
              minimum = "0",
              examples = "25")
          @Nullable Integer workedMinutes,
      @Schema(description = "In `break-started` and `break-ended`: the id of the break.")
          @Nullable UUID breakId,
      @Schema(
              description =
                  "In `break-ended`: the end of the phase after the break, if it has a timer.")
          @Nullable Instant phaseEndsAt,
      @Schema(description = "In `rooms-formed`: the rooms and the people in them.")
          @Nullable List<HappeningRoom> rooms,
      @Schema(
              description = "In `checklist-changed`: the items of the checklist that are ticked.",
              examples = "[\"room\", \"time\"]")
          @Nullable List<String> ticked,
      @Schema(
              description =
                  "In `idea-taken-down`, `idea-reinstated` and `idea-redacted`: the id of the idea.")
          @Nullable UUID ideaId,
      @Schema(
              description =
                  "In `idea-taken-down`, `idea-reinstated` and `idea-redacted`: the role of the"
                      + " person who did it.",
              enumeration = {"facilitator", "owner", "member"},
              examples = "facilitator")
          @Nullable String by,
      @Schema(
              description =
                  "In `closing` and `cancelled`: whether the service ended the session because"
                      + " nobody did.")
          @Nullable Boolean automatic) {}

  /** A room of a large group. The event calls the list of ids {@code participants}. */
  @Schema(description = "A part of a large group.")
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record HappeningRoom(
      @Schema(description = "The number of the room, counted from 1.", minimum = "1") int number,
      @Schema(description = "The people in the room.") @JsonAlias("participants")
          List<UUID> participantIds) {}
}
