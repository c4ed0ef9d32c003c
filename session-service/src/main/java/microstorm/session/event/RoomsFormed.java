package microstorm.session.event;

import java.util.List;
import java.util.UUID;

/** The group sits in these rooms from now on; replaces what was told before. */
public record RoomsFormed(UUID sessionId, List<Room> rooms) implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.rooms-formed.v1";
  }
}
