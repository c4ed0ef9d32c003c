package microstorm.idea.event;

import java.util.UUID;

/**
 * The text of an idea was changed. Its earlier links are void; {@link LinkAdded} publishes the new
 * ones. Not published for a hidden idea.
 */
public record IdeaEdited(UUID sessionId, long seq, UUID ideaId, String text, Comparison comparison)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.edited.v1";
  }
}
