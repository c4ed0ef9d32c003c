package microstorm.idea.event;

import java.util.UUID;

/** Somebody has written the first idea of a board in the quiet phase. The idea is hidden. */
public record WritingBegan(UUID sessionId, long seq) implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.writing-began.v1";
  }
}
