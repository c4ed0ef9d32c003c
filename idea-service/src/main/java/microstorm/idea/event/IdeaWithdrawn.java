package microstorm.idea.event;

import java.util.UUID;

/** An idea was withdrawn, and its links with it. */
public record IdeaWithdrawn(UUID sessionId, long seq, UUID ideaId) implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.withdrawn.v1";
  }
}
