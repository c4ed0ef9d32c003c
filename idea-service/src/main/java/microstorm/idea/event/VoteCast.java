package microstorm.idea.event;

import java.util.UUID;

/** An idea was given a dot. The event does not contain the person. */
public record VoteCast(UUID sessionId, long seq, UUID ideaId) implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.vote-cast.v1";
  }
}
