package microstorm.idea.event;

import java.util.UUID;

/** An idea was marked against a criterion. The event contains neither the person nor the mark. */
public record CriterionMarked(UUID sessionId, long seq, UUID ideaId, UUID criterionId)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.marked.v1";
  }
}
