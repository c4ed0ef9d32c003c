package microstorm.idea.removal;

import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.messaging.outbox.UnpublishedEvents;

/** The content of ideas in events that are not published yet. */
@ApplicationScoped
class UnpublishedContent {

  private static final List<String> WITH_TEXT =
      List.of(
          "microstorm.idea.submitted.v1",
          "microstorm.idea.shared.v1",
          "microstorm.idea.edited.v1",
          "microstorm.idea.reinstated.v1");
  private static final List<String> WITH_LINK = List.of("microstorm.idea.link-added.v1");

  private final UnpublishedEvents events;

  UnpublishedContent(UnpublishedEvents events) {
    this.events = events;
  }

  /** Deletes the content of an idea from the events. They are still published, in their order. */
  void forget(UUID sessionId, UUID ideaId, String placeholder) {
    Map<String, UUID> ofIdea = Map.of("ideaId", ideaId);
    events.replace(
        sessionId,
        WITH_TEXT,
        ofIdea,
        Map.of("text", placeholder, "comparison", NullNode.getInstance()));
    events.replace(sessionId, WITH_LINK, ofIdea, Map.of("title", "", "url", ""));
  }
}
