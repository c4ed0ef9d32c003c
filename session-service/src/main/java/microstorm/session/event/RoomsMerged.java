package microstorm.session.event;

import java.util.UUID;

/** The group is one again. */
public record RoomsMerged(UUID sessionId) implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.rooms-merged.v1";
  }
}
