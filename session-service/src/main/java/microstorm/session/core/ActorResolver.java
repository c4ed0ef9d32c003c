package microstorm.session.core;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Caller;

/**
 * Finds the person who sends a request in a session, and refuses those who have no access. Queries
 * the database each time, so that a removal takes effect at once. Runs in the caller's transaction,
 * before the session is read.
 */
@ApplicationScoped
public class ActorResolver {

  private final Caller caller;

  ActorResolver(Caller caller) {
    this.caller = caller;
  }

  /**
   * The person who reads a session.
   *
   * @throws ProblemException 404 when the session is absent, belongs to another team or is not the
   *     session of the token; 401 when the person left or was removed
   */
  public Actor in(UUID sessionId) {
    return caller.isOfTeam()
        ? ofTeam(() -> Sessions.ofTeam(caller.teamId(), sessionId))
        : seated(sessionId, () -> Session.findByIdOptional(sessionId));
  }

  /** Like {@link #in}, with the session locked, so that commands run one after the other. */
  public Actor lock(UUID sessionId) {
    return caller.isOfTeam()
        ? ofTeam(() -> Sessions.lockOfTeam(caller.teamId(), sessionId))
        : seated(sessionId, () -> Sessions.lock(sessionId));
  }

  /**
   * Whether this participant sent the request and left the session by an earlier one, so that the
   * token is no longer valid for anything else.
   */
  public boolean hasLeft(UUID sessionId, UUID participantId) {
    return caller.sessionId().filter(sessionId::equals).isPresent()
        && caller.id().equals(participantId)
        && Participant.in(sessionId, participantId)
            .filter(seat -> !seat.isPresent() && !seat.removed)
            .isPresent();
  }

  private Actor ofTeam(Supplier<Optional<Session>> session) {
    return new Actor(
        session.get().orElseThrow(() -> ProblemException.notFound("session")),
        caller.role(),
        Optional.empty());
  }

  private Actor seated(UUID sessionId, Supplier<Optional<Session>> session) {
    if (caller.role().equals(Caller.READER)) {
      throw CommonProblem.FORBIDDEN.exception();
    }
    if (!caller.sessionId().filter(sessionId::equals).isPresent()) {
      throw ProblemException.notFound("session");
    }
    Session joined = session.get().orElseThrow(() -> ProblemException.notFound("session"));
    Participant seat =
        Participant.in(sessionId, caller.id())
            .filter(Participant::isPresent)
            .orElseThrow(ProblemException::seatGone);
    return new Actor(joined, seat.role, Optional.of(seat));
  }
}
