package microstorm.session.participant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.UUID;
import microstorm.messaging.inbox.EventDispatcher;
import microstorm.session.core.Participant;
import microstorm.session.core.ReadinessChanged;
import microstorm.session.core.Session;

/** Keeps who is connected, as idea-service knows it from its live streams. */
@ApplicationScoped
public class PresenceProjection {

  private final Event<ReadinessChanged> readiness;

  PresenceProjection(Event<ReadinessChanged> readiness) {
    this.readiness = readiness;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record PresenceChanged(UUID sessionId, List<UUID> connected, List<UUID> disconnected) {
    static final String TYPE = "microstorm.idea.presence-changed.v1";
  }

  /** Registers the event that it reads. The session must be locked. */
  public void register(EventDispatcher dispatcher) {
    dispatcher.on(PresenceChanged.TYPE, PresenceChanged.class, this::change);
  }

  /** A session that shows no presence has nobody connected, even if the event arrives late. */
  private void change(PresenceChanged presence) {
    Session.<Session>findByIdOptional(presence.sessionId())
        .filter(Session::showsPresence)
        .ifPresent(
            session -> {
              set(presence.sessionId(), presence.connected(), true);
              set(presence.sessionId(), presence.disconnected(), false);
              readiness.fire(new ReadinessChanged(session));
            });
  }

  private static void set(UUID sessionId, List<UUID> people, boolean connected) {
    if (!people.isEmpty()) {
      Participant.<Participant>list(
              "session.id = ?1 and id in ?2 and leftAt is null", sessionId, people)
          .forEach(
              person -> {
                person.connected = connected;
                person.wasConnected = true;
              });
    }
  }
}
