package microstorm.session.event;

import java.util.List;
import java.util.UUID;

/** The group was split into these rooms; they replace all earlier ones. */
public record RoomsFormed(UUID sessionId, List<Room> rooms) implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.rooms-formed.v1";
  }
}
