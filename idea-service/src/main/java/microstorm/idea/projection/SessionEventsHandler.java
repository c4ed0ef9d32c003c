package microstorm.idea.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import microstorm.http.token.RevokedAccess;
import microstorm.idea.board.Boards;
import microstorm.idea.projection.SessionEvent.Of;
import microstorm.idea.projection.SessionEvent.PhaseStarted;
import microstorm.idea.projection.SessionEvent.Planned;
import microstorm.messaging.inbox.EventDispatcher;
import microstorm.messaging.inbox.EventHandler;
import microstorm.messaging.inbox.Inbox;
import microstorm.messaging.inbox.IncomingEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the boards up to date with their sessions. */
@ApplicationScoped
class SessionEventsHandler implements EventHandler {

  private static final String CHANNEL = "session-events";

  private final Inbox inbox;
  private final Boards boards;
  private final EventDispatcher dispatcher;

  SessionEventsHandler(
      Inbox inbox,
      Boards boards,
      SessionProjection projection,
      BoardOpener opener,
      SeatProjection seats,
      PhaseProjection phases,
      BreakProjection breaks,
      PhaseTimerProjection timers,
      BoardSealer sealer,
      RevokedAccess revoked,
      BoardRemover remover,
      TeamRemover teams,
      ObjectMapper json) {
    this.inbox = inbox;
    this.boards = boards;
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
            .on(PhaseStarted.CLOSING_TYPE, PhaseStarted.class, sealer::seal)
            .on(
                Of.BREAK_PROPOSED_TYPE,
                Of.class,
                session -> projection.set(session.sessionId(), "break_due = true", Map.of()));
    phases.register(dispatcher);
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
}
