package microstorm.session.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import microstorm.web.Caller;
import microstorm.web.Refusal;

/**
 * Tells who acts in a session, and turns away who must not. Asks the database each time, so that a
 * removal counts at once. Runs in the caller's transaction, before anything of the session is read.
 */
@ApplicationScoped
public class Actors {

  private final Caller caller;

  Actors(Caller caller) {
    this.caller = caller;
  }

  /**
   * Who looks at a session.
   *
   * @throws Refusal 404 when it is absent, another team's, or not the token's; 401 when they left
   *     or were removed
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
        session.get().orElseThrow(() -> Refusal.notFound("session")),
        Caller.OWNER,
        Optional.empty());
  }

  private Actor member(UUID sessionId, Supplier<Optional<Session>> session) {
    if (!caller.sessionId().filter(sessionId::equals).isPresent()) {
      throw Refusal.notFound("session");
    }
    Session joined = session.get().orElseThrow(() -> Refusal.notFound("session"));
    Participant seat =
        Participant.in(sessionId, caller.id())
            .filter(Participant::isPresent)
            .orElseThrow(Refusal::seatGone);
    return new Actor(joined, seat.role, Optional.of(seat));
  }
}
