package microstorm.session.core;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import microstorm.web.Caller;
import microstorm.web.ProblemException;

/**
 * Tells who acts in a session, and turns away who must not. Asks the database each time, so that a
 * removal counts at once. Runs in the caller's transaction, before anything of the session is read.
 */
@ApplicationScoped
public class ActorResolver {

  private final Caller caller;

  ActorResolver(Caller caller) {
    this.caller = caller;
  }

  /**
   * Who looks at a session.
   *
   * @throws ProblemException 404 when it is absent, another team's, or not the token's; 401 when
   *     they left or were removed
   */
  public Actor in(UUID sessionId) {
    return caller.isOwner()
        ? owner(() -> Session.ofTeam(caller.teamId(), sessionId))
        : member(sessionId, () -> Session.findByIdOptional(sessionId));
  }

  /** Like {@link #in}, with the session locked: commands come one after the other. */
  public Actor lock(UUID sessionId) {
    return caller.isOwner()
        ? owner(() -> Session.lockOfTeam(caller.teamId(), sessionId))
        : member(sessionId, () -> Session.lock(sessionId));
  }

  private Actor owner(Supplier<Optional<Session>> session) {
    return new Actor(
        session.get().orElseThrow(() -> ProblemException.notFound("session")),
        Caller.OWNER,
        Optional.empty());
  }

  private Actor member(UUID sessionId, Supplier<Optional<Session>> session) {
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
