package microstorm.idea.event;

import java.util.List;
import java.util.UUID;

/**
 * People connected or disconnected, according to their live streams. It says nothing about what
 * they do.
 */
public record PresenceChanged(
    UUID sessionId, long seq, List<UUID> connected, List<UUID> disconnected) implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.presence-changed.v1";
  }
}
