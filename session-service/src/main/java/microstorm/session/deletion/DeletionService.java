package microstorm.session.deletion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.messaging.inbox.DeletedKeys;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.core.ActorResolver;
import microstorm.session.core.Participant;
import microstorm.session.core.Phase;
import microstorm.session.core.Session;
import microstorm.session.core.Sessions;
import microstorm.session.event.SessionDeleted;
import microstorm.session.problem.SessionProblem;

/** Deletes sessions for owners, and sessions of deleted imports. */
@ApplicationScoped
public class DeletionService {

  private final ActorResolver actors;
  private final SessionRemover remover;
  private final DeletedKeys deletedKeys;
  private final Outbox outbox;

  DeletionService(
      ActorResolver actors, SessionRemover remover, DeletedKeys deletedKeys, Outbox outbox) {
    this.actors = actors;
    this.remover = remover;
    this.deletedKeys = deletedKeys;
    this.outbox = outbox;
  }

  /**
   * Deletes a session of the caller's team. A repetition has the same answer.
   *
   * @throws ProblemException 404; 409 session-running
   */
  @Transactional
  DeletedSessionView delete(UUID teamId, UUID sessionId) {
    Optional<DeletedSession> earlier = DeletedSession.ofTeam(teamId, sessionId);
    if (earlier.isPresent()) {
      return again(earlier.get());
    }
    requireNotRunning(actors.in(sessionId).session());
    deletedKeys.exclude(); // before the session's lock, like every transaction of the inbox
    Optional<DeletedSession> meanwhile = DeletedSession.ofTeam(teamId, sessionId);
    if (meanwhile.isPresent()) {
      return again(meanwhile.get());
    }
    requireNotRunning(actors.lock(sessionId).session());
    int participants = Participant.seats(sessionId);
    Instant now = remover.remove(teamId, List.of(sessionId));
    return new DeletedSessionView(sessionId, participants, now);
  }

  /**
   * Publishes the deletion once more, because a service of the previous version may have ignored
   * it.
   */
  private DeletedSessionView again(DeletedSession deleted) {
    outbox.append(new SessionDeleted(deleted.sessionId, deleted.teamId, deleted.deletedAt));
    return DeletedSessionView.of(deleted);
  }

  private static void requireNotRunning(Session session) {
    if (session.phase != Phase.PLANNED && !session.phase.hasEnded()) {
      throw SessionProblem.SESSION_RUNNING.exception();
    }
  }

  /** Deletes a session of a deleted import, if it exists. Runs in the inbox's transaction. */
  public void deleteImported(UUID teamId, UUID sessionId) {
    boolean exists = Sessions.lock(sessionId).filter(s -> s.teamId.equals(teamId)).isPresent();
    if (exists) {
      remover.remove(teamId, List.of(sessionId));
    } else {
      deletedKeys.add(List.of(sessionId));
    }
  }
}
