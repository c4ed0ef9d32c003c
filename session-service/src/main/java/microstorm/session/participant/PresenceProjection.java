package microstorm.session.participant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import microstorm.messaging.inbox.EventDispatcher;
import microstorm.session.core.Participant;
import microstorm.session.core.Session;

/** Keeps who is connected, as idea-service knows it from its live streams. */
@ApplicationScoped
public class PresenceProjection {

  @JsonIgnoreProperties(ignoreUnknown = true)
  record PresenceChanged(UUID sessionId, List<UUID> connected, List<UUID> disconnected) {
    static final String TYPE = "microstorm.idea.presence-changed.v1";
  }

  /** Registers the event that it reads. The session must be locked. */
  public void register(EventDispatcher dispatcher) {
    dispatcher.on(PresenceChanged.TYPE, PresenceChanged.class, PresenceProjection::change);
  }

  /** A session that is over has nobody connected, even if the event arrives late. */
  private static void change(PresenceChanged presence) {
    Session.<Session>findByIdOptional(presence.sessionId())
        .filter(session -> !session.phase.isOver())
        .ifPresent(
            session -> {
              set(presence.sessionId(), presence.connected(), true);
              set(presence.sessionId(), presence.disconnected(), false);
            });
  }

  private static void set(UUID sessionId, List<UUID> people, boolean connected) {
    if (!people.isEmpty()) {
      Participant.update(
          "connected = ?1 where session.id = ?2 and id in ?3 and leftAt is null",
          connected,
          sessionId,
          people);
    }
  }
}
