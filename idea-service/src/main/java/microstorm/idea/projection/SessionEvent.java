package microstorm.idea.projection;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import microstorm.idea.board.Phase;
import microstorm.idea.board.SessionState.Criterion;
import microstorm.idea.topic.PlannedTopic;

/**
 * The parts of session-service's events that the boards need, one record for each type of event.
 */
final class SessionEvent {

  private SessionEvent() {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TeamKeyRevoked(UUID keyId, Instant revokedAt) {
    static final String TYPE = "microstorm.team.key-revoked.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TeamDeleted(UUID teamId, Instant deletedAt) {
    static final String TYPE = "microstorm.team.deleted.v1";
  }

  /**
   * {@code settings} is null for a session of a log, whose board comes from the log too. The
   * previous version of session-service sends neither {@code collectEarly} nor {@code quietUntil}.
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Planned(
      UUID sessionId,
      UUID teamId,
      String title,
      String problem,
      String language,
      List<Criterion> criteria,
      Instant quietUntil,
      Settings settings,
      List<PlannedTopic> topics) {
    static final String TYPE = "microstorm.session.planned.v1";
    static final String CHANGED_TYPE = "microstorm.session.changed.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Settings(
      int votesPerPerson,
      boolean anonymous,
      boolean votesOnOwnIdeas,
      Integer expectedSize,
      Boolean collectEarly) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Joined(
      UUID sessionId, UUID participantId, int position, String name, String role, Integer room) {
    static final String TYPE = "microstorm.session.participant-joined.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Ready(UUID sessionId, UUID participantId, boolean ready) {
    static final String TYPE = "microstorm.session.participant-ready.v1";
  }

  /** A participant leads the session from now on. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Promoted(UUID sessionId, UUID participantId) {
    static final String TYPE = "microstorm.session.participant-promoted.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Left(UUID sessionId, UUID participantId, boolean tookPart) {
    static final String TYPE = "microstorm.session.participant-left.v1";
  }

  /**
   * The lobby was opened.
   *
   * @param showsActions whether the session shows the actions of the team; null in an event of the
   *     earlier version, which named the session whose actions it copied
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record LobbyOpened(
      UUID sessionId,
      Instant startedAt,
      Boolean showsActions,
      boolean rehearsal,
      UUID carryActionsFrom) {
    static final String TYPE = "microstorm.session.lobby-opened.v1";

    boolean showsTeamActions() {
      return showsActions == null ? carryActionsFrom != null : showsActions;
    }
  }

  /** A phase began. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record PhaseStarted(UUID sessionId, Instant startedAt, Instant endsAt) {
    static final String QUIET_TYPE = "microstorm.session.quiet-started.v1";
    static final String SHARING_TYPE = "microstorm.session.sharing-started.v1";
    static final String CONVERGING_TYPE = "microstorm.session.converging-started.v1";
    static final String AGREEING_TYPE = "microstorm.session.agreeing-started.v1";
    static final String CLOSING_TYPE = "microstorm.session.closing.v1";
  }

  /** A phase was announced. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Announced(UUID sessionId, String to, Instant announcedAt, Instant beginsAt) {
    static final String TYPE = "microstorm.session.phase-announced.v1";
  }

  /** The end of the phase's time was set, or removed with null. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record TimerSet(UUID sessionId, Instant endsAt) {
    static final String TYPE = "microstorm.session.phase-timer-set.v1";
  }

  /** The quiet phase over days ends soon. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record QuietEndNear(UUID sessionId, int hoursLeft) {
    static final String TYPE = "microstorm.session.quiet-end-near.v1";
  }

  /** The session went back to an earlier phase. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Reverted(UUID sessionId, Phase to, Instant revertedAt) {
    static final String TYPE = "microstorm.session.phase-reverted.v1";
  }

  /** An event of which only the session matters. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Of(UUID sessionId) {
    static final String QUIET_TIME_OVER_TYPE = "microstorm.session.quiet-time-over.v1";
    static final String ANNOUNCEMENT_STOPPED_TYPE = "microstorm.session.announcement-stopped.v1";
    static final String BREAK_PROPOSED_TYPE = "microstorm.session.break-proposed.v1";
    static final String ROOMS_MERGED_TYPE = "microstorm.session.rooms-merged.v1";
    static final String CLOSED_TYPE = "microstorm.session.closed.v1";
    static final String DELETED_TYPE = "microstorm.session.deleted.v1";
    static final String CANCELLED_TYPE = "microstorm.session.cancelled.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record BreakScheduled(UUID sessionId, UUID breakId, Instant startsAt, int minutes) {
    static final String TYPE = "microstorm.session.break-scheduled.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record BreakUnscheduled(UUID sessionId, UUID breakId) {
    static final String TYPE = "microstorm.session.break-unscheduled.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record BreakStarted(UUID sessionId, UUID breakId, Instant endsAt) {
    static final String TYPE = "microstorm.session.break-started.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record BreakEnded(UUID sessionId, Instant phaseEndsAt) {
    static final String TYPE = "microstorm.session.break-ended.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record RoomsFormed(UUID sessionId, List<Room> rooms) {
    static final String TYPE = "microstorm.session.rooms-formed.v1";
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Room(int number, List<UUID> participants) {}
}
