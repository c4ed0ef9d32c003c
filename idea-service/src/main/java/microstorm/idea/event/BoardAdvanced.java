package microstorm.idea.event;

import java.util.UUID;

/**
 * A board changed with its session (a phase, a participant, a break, a room) or in a way that only
 * some people may see. Each live stream reads the changes after its last number.
 */
public record BoardAdvanced(UUID sessionId, long seq) implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.advanced.v1";
  }
}
