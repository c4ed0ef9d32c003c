package microstorm.idea.event;

import java.util.UUID;

/**
 * A board of an imported log was refused. {@code reason} is a sentence for the person who imported
 * the log.
 */
public record BoardImportRefused(UUID sessionId, UUID teamId, int logRevision, String reason)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.import-refused.v1";
  }
}
