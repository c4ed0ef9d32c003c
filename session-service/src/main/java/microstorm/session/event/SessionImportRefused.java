package microstorm.session.event;

import java.util.UUID;

/**
 * A session of an imported log was refused. {@code reason} is a sentence for the person who
 * imported the log.
 */
public record SessionImportRefused(UUID sessionId, UUID teamId, int logRevision, String reason)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.import-refused.v1";
  }
}
