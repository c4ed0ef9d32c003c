package microstorm.idea.event;

import java.util.UUID;

/** The text of an idea contains a link. */
public record LinkAdded(
    UUID sessionId, long seq, UUID linkId, UUID ideaId, int position, String title, String url)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.link-added.v1";
  }
}
