package microstorm.idea.event;

import java.util.UUID;

/** A dot was put on an idea; whose is not told. */
public record VoteCast(UUID sessionId, long seq, UUID ideaId) implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.vote-cast.v1";
  }
}
