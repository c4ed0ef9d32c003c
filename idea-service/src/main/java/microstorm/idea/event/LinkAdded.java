package microstorm.idea.event;

import java.util.UUID;

/** An idea's text names a web page. */
public record LinkAdded(
    UUID sessionId, long seq, UUID linkId, UUID ideaId, int position, String title, String url)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.link-added.v1";
  }
}
