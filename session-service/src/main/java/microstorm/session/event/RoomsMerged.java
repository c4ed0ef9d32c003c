package microstorm.session.event;

import java.util.UUID;

/** The rooms were merged into one group. */
public record RoomsMerged(UUID sessionId) implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.rooms-merged.v1";
  }
}
