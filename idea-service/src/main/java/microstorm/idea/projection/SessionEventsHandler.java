package microstorm.idea.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import microstorm.http.token.RevokedAccess;
import microstorm.idea.action.ShownActions;
import microstorm.idea.board.BoardClock;
import microstorm.idea.board.Boards;
import microstorm.idea.board.Phase;
import microstorm.idea.idea.IdeaSharing;
import microstorm.idea.projection.SessionEvent.LobbyOpened;
import microstorm.idea.projection.SessionEvent.Of;
import microstorm.idea.projection.SessionEvent.PhaseStarted;
import microstorm.idea.projection.SessionEvent.Planned;
import microstorm.idea.result.VoteCounter;
import microstorm.idea.vote.Ballots;
import microstorm.messaging.inbox.EventDispatcher;
import microstorm.messaging.inbox.EventHandler;
import microstorm.messaging.inbox.Inbox;
import microstorm.messaging.inbox.IncomingEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the boards up to date with their sessions. */
@ApplicationScoped
class SessionEventsHandler implements EventHandler {

  private static final String CHANNEL = "session-events";

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

  private final Inbox inbox;
  private final Boards boards;
  private final SessionProjection projection;
  private final SeatProjection seats;
  private final AllowanceProjection allowances;
  private final IdeaSharing sharing;
  private final VoteCounter votes;
  private final EventDispatcher dispatcher;

  SessionEventsHandler(
      Inbox inbox,
      Boards boards,
      SessionProjection projection,
      BoardOpener opener,
      SeatProjection seats,
      AllowanceProjection allowances,
      BreakProjection breaks,
      PhaseTimerProjection timers,
      IdeaSharing sharing,
      VoteCounter votes,
      BoardSealer sealer,
      RevokedAccess revoked,
      BoardRemover remover,
      TeamRemover teams,
      ObjectMapper json) {
    this.inbox = inbox;
    this.boards = boards;
    this.projection = projection;
    this.seats = seats;
    this.allowances = allowances;
    this.sharing = sharing;
    this.votes = votes;
    this.dispatcher =
        new EventDispatcher(json)
            .on(
                SessionEvent.TeamKeyRevoked.TYPE,
                SessionEvent.TeamKeyRevoked.class,
                key -> revoked.revoke(Set.of(key.keyId()), key.revokedAt()))
            .on(Of.DELETED_TYPE, Of.class, session -> remover.remove(Set.of(session.sessionId())))
            .on(
                SessionEvent.TeamDeleted.TYPE,
                SessionEvent.TeamDeleted.class,
                team -> teams.remove(team.teamId(), team.deletedAt()))
            .on(Planned.TYPE, Planned.class, opener::open)
            .on(Planned.CHANGED_TYPE, Planned.class, opener::change)
            .on(SessionEvent.Joined.TYPE, SessionEvent.Joined.class, seats::take)
            .on(SessionEvent.Ready.TYPE, SessionEvent.Ready.class, seats::ready)
            .on(SessionEvent.Promoted.TYPE, SessionEvent.Promoted.class, seats::promote)
            .on(SessionEvent.Left.TYPE, SessionEvent.Left.class, seats::leave)
            .on(SessionEvent.RoomsFormed.TYPE, SessionEvent.RoomsFormed.class, seats::split)
            .on(Of.ROOMS_MERGED_TYPE, Of.class, seats::merge)
            .on(LobbyOpened.TYPE, LobbyOpened.class, this::openLobby)
            .on(PhaseStarted.QUIET_TYPE, PhaseStarted.class, this::beginQuiet)
            .on(PhaseStarted.SHARING_TYPE, PhaseStarted.class, this::share)
            .on(PhaseStarted.CONVERGING_TYPE, PhaseStarted.class, this::converge)
            .on(PhaseStarted.AGREEING_TYPE, PhaseStarted.class, this::agree)
            .on(PhaseStarted.CLOSING_TYPE, PhaseStarted.class, sealer::seal)
            .on(SessionEvent.Reverted.TYPE, SessionEvent.Reverted.class, this::goBack)
            .on(Of.CLOSED_TYPE, Of.class, end(Phase.CLOSED))
            .on(Of.CANCELLED_TYPE, Of.class, end(Phase.CANCELLED))
            .on(Of.BREAK_PROPOSED_TYPE, Of.class, set("break_due = true"));
    breaks.register(dispatcher);
    timers.register(dispatcher);
  }

  @Incoming(CHANNEL)
  @Blocking
  CompletionStage<Void> receive(KafkaRecordBatch<String, String> batch) {
    return inbox.receive(batch, this, CHANNEL);
  }

  @Override
  public boolean takes(String type) {
    return dispatcher.know(type);
  }

  @Override
  public boolean deletes(String type) {
    return type.equals(Of.DELETED_TYPE) || type.equals(SessionEvent.TeamDeleted.TYPE);
  }

  @Override
  public void begin(Set<UUID> sessions) {
    boards.lockAll(sessions);
  }

  @Override
  public void handle(IncomingEvent event) throws JsonProcessingException {
    dispatcher.read(event);
  }

  private Consumer<PhaseStarted> begin(Phase phase) {
    return started -> begin(phase, started);
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
    begin(
        Phase.LOBBY,
        new PhaseStarted(opened.sessionId(), opened.startedAt(), null),
        Map.of("shows", opened.showsTeamActions(), "rehearsal", opened.rehearsal()),
        BEGIN,
        NOBODY_READY,
        ShownActions.BEGIN);
  }

  /** Begins the sharing phase and shares the hidden ideas. */
  private void share(PhaseStarted started) {
    begin(Phase.SHARING, started);
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

  private Consumer<Of> set(String assignment) {
    return session -> projection.set(session.sessionId(), assignment, Map.of());
  }
}
