package microstorm.session.phase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import microstorm.messaging.inbox.EventDispatcher;
import microstorm.messaging.inbox.EventHandler;
import microstorm.messaging.inbox.Inbox;
import microstorm.messaging.inbox.IncomingEvent;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.core.Phase;
import microstorm.session.core.Sessions;
import microstorm.session.participant.PresenceProjection;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Closes a session when its board is sealed (docs/architecture.md, "The closing handshake"), and
 * remembers whether somebody has written and who is connected.
 */
@ApplicationScoped
class IdeaEventsHandler implements EventHandler {

  private static final String CHANNEL = "idea-events";

  private final Inbox inbox;
  private final PhaseTransitions transitions;
  private final Clock clock;
  private final Outbox outbox;
  private final EventDispatcher dispatcher;

  IdeaEventsHandler(
      Inbox inbox,
      PhaseTransitions transitions,
      PresenceProjection presence,
      Clock clock,
      Outbox outbox,
      ObjectMapper json) {
    this.inbox = inbox;
    this.transitions = transitions;
    this.clock = clock;
    this.outbox = outbox;
    this.dispatcher =
        new EventDispatcher(json)
            .on(BoardSealed.TYPE, BoardSealed.class, this::close)
            .on(WritingBegan.TYPE, WritingBegan.class, this::rememberIdeas);
    presence.register(dispatcher);
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
  public void begin(Set<UUID> sessions) {
    Sessions.lockAll(sessions);
    outbox.hold(sessions);
  }

  @Override
  public void handle(IncomingEvent event) throws JsonProcessingException {
    dispatcher.read(event);
  }

  private void close(BoardSealed sealed) {
    if (!sealed.isOfALog()) {
      Sessions.lock(sealed.sessionId())
          .filter(session -> session.phase == Phase.CLOSING)
          .ifPresent(session -> transitions.enter(session, Phase.CLOSED, clock.instant()));
    }
  }

  private void rememberIdeas(WritingBegan began) {
    Sessions.lock(began.sessionId()).ifPresent(session -> session.hasIdeas = true);
  }
}
