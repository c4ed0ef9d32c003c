package microstorm.idea.event;

import java.util.UUID;

/**
 * A board of an imported log was not taken; {@code reason} is a sentence for the person who
 * imported it.
 */
public record BoardImportRefused(UUID sessionId, UUID teamId, int logRevision, String reason)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.import-refused.v1";
  }
}
