package microstorm.idea.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import microstorm.idea.action.ShownActions;
import microstorm.idea.board.BoardClock;
import microstorm.idea.board.Phase;
import microstorm.idea.idea.IdeaSharing;
import microstorm.idea.projection.SessionEvent.LobbyOpened;
import microstorm.idea.projection.SessionEvent.Of;
import microstorm.idea.projection.SessionEvent.PhaseStarted;
import microstorm.idea.result.VoteCounter;
import microstorm.idea.vote.Ballots;
import microstorm.messaging.inbox.EventDispatcher;

/** Keeps the phases of the boards: each begins, and some are taken back. */
@ApplicationScoped
class PhaseProjection {

  private static final String BEGIN =
      """
      update board set phase = :phase, since = :since, ends_at = :ends, quiet_over = false, quiet_reminder = null,
        focus = null, session_seq = :seq, %s, %s where session_id = :session
      """
          .formatted(SessionProjection.NOTHING_ANNOUNCED, BoardClock.START);

  /** In an anonymous session the change of a seat would show afterwards who was ready. */
  private static final String NOBODY_READY =
      """
      update seat set ready = false, seq = case when anonymous then seat.seq else :seq end
      from board where board.session_id = :session and seat.session_id = :session and ready
      """;

  private static final String NO_BREAK_DUE =
      "update board set break_due = false where session_id = :session";
  private static final String NOBODY_CONNECTED =
      "update seat set connected = false, seq = :seq where session_id = :session and connected";

  /** If the session goes on after all, those who are connected are published again. */
  private static final String NOT_PUBLISHED =
      "update presence set published = false where session_id = :session";

  private final SessionProjection projection;
  private final SeatProjection seats;
  private final AllowanceProjection allowances;
  private final IdeaSharing sharing;
  private final VoteCounter votes;

  PhaseProjection(
      SessionProjection projection,
      SeatProjection seats,
      AllowanceProjection allowances,
      IdeaSharing sharing,
      VoteCounter votes) {
    this.projection = projection;
    this.seats = seats;
    this.allowances = allowances;
    this.sharing = sharing;
    this.votes = votes;
  }

  /** Registers the events that it reads. */
  void register(EventDispatcher dispatcher) {
    dispatcher
        .on(LobbyOpened.TYPE, LobbyOpened.class, this::openLobby)
        .on(PhaseStarted.QUIET_TYPE, PhaseStarted.class, unlessLate(this::beginQuiet))
        .on(PhaseStarted.SHARING_TYPE, PhaseStarted.class, this::share)
        .on(PhaseStarted.CONVERGING_TYPE, PhaseStarted.class, unlessLate(this::converge))
        .on(PhaseStarted.AGREEING_TYPE, PhaseStarted.class, unlessLate(this::agree))
        .on(SessionEvent.Reverted.TYPE, SessionEvent.Reverted.class, this::goBack)
        .on(Of.CLOSED_TYPE, Of.class, end(Phase.CLOSED))
        .on(Of.CANCELLED_TYPE, Of.class, end(Phase.CANCELLED));
  }

  /**
   * Ignores the beginning of a phase that a later one has followed. An operator may publish an
   * event again after the inbox has forgotten it, and a closed board must stay closed.
   */
  private Consumer<PhaseStarted> unlessLate(Consumer<PhaseStarted> phase) {
    return started -> {
      if (!projection.isSince(started.sessionId(), started.startedAt())) {
        phase.accept(started);
      }
    };
  }

  private void begin(Phase phase, PhaseStarted started) {
    begin(phase, started, BEGIN, NOBODY_READY);
  }

  private void begin(Phase phase, PhaseStarted started, String... statements) {
    begin(phase, started, Map.of(), statements);
  }

  private void begin(Phase phase, PhaseStarted started, Map<String, ?> more, String... statements) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("phase", phase.label());
    values.put("since", started.startedAt());
    values.put("ends", started.endsAt());
    List<String> all = new ArrayList<>(List.of(statements));
    all.addAll(SessionProjection.HIDE_PRESENCE);
    projection.write(started.sessionId(), all, values);
  }

  /** Begins the converging phase. Everybody gets their dots and marks of an earlier one back. */
  private void converge(PhaseStarted started) {
    seats.mergeOpenRooms(started.sessionId());
    begin(Phase.CONVERGING, started, BEGIN, NOBODY_READY, Ballots.SHOW_AGAIN);
  }

  /**
   * Goes back to an earlier phase. Hidden ideas, dots and marks stay stored and hidden. An event
   * that arrives again or late does not end a phase that began after it.
   */
  private void goBack(SessionEvent.Reverted reverted) {
    if (projection.isSince(reverted.sessionId(), reverted.revertedAt())) {
      return;
    }
    Instant since = reverted.to() == Phase.PLANNED ? null : reverted.revertedAt();
    begin(
        reverted.to(),
        new PhaseStarted(reverted.sessionId(), since, null),
        BEGIN,
        NOBODY_READY,
        NO_BREAK_DUE);
  }

  private void beginQuiet(PhaseStarted started) {
    begin(Phase.QUIET, started);
    projection.lock(started.sessionId()).ifPresent(allowances::divide);
  }

  private void openLobby(LobbyOpened opened) {
    if (projection.isSince(opened.sessionId(), opened.startedAt())) {
      return;
    }
    begin(
        Phase.LOBBY,
        new PhaseStarted(opened.sessionId(), opened.startedAt(), null),
        Map.of("shows", opened.showsTeamActions(), "rehearsal", opened.rehearsal()),
        BEGIN,
        NOBODY_READY,
        ShownActions.BEGIN);
  }

  /** Begins the sharing phase and shares the hidden ideas. A late event still shares them. */
  private void share(PhaseStarted started) {
    unlessLate(sharing -> begin(Phase.SHARING, sharing)).accept(started);
    projection.lock(started.sessionId()).ifPresent(sharing::share);
  }

  /** Counts the dots and marks, and begins the phase that shows the results. */
  private void agree(PhaseStarted started) {
    seats.mergeOpenRooms(started.sessionId());
    projection.lock(started.sessionId()).ifPresent(votes::count);
    begin(Phase.AGREEING, started);
  }

  private Consumer<Of> end(Phase phase) {
    String state =
        """
        phase = '%s', ends_at = null, break_due = false, break_id = null, break_ends_at = null, \
        scheduled_breaks = '[]', focus = null, %s"""
            .formatted(phase.label(), SessionProjection.NOTHING_ANNOUNCED);
    return session ->
        projection.write(
            session.sessionId(),
            List.of(SessionProjection.BOARD.formatted(state), NOBODY_CONNECTED, NOT_PUBLISHED),
            Map.of());
  }
}
