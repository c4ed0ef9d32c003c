package microstorm.idea.event;

import java.util.UUID;

/**
 * A board has followed its session (a phase, a person, a break, a room) or changed in a way that
 * only some may see: whoever shows it live reads again from the number it has.
 */
public record BoardAdvanced(UUID sessionId, long seq) implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.advanced.v1";
  }
}
