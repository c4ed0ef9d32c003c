package microstorm.idea.event;

import java.util.UUID;

/**
 * An idea has other words, and other links: those told before are gone, {@link LinkAdded} tells the
 * new ones. Not told of an idea that is not shown yet.
 */
public record IdeaEdited(UUID sessionId, long seq, UUID ideaId, String text, Comparison comparison)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.edited.v1";
  }
}
