package microstorm.idea.event;

import java.util.UUID;

/** A dot was taken back from an idea. The event does not contain the person. */
public record VoteRetracted(UUID sessionId, long seq, UUID ideaId) implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.vote-retracted.v1";
  }
}
