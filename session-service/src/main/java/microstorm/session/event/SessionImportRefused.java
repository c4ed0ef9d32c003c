package microstorm.session.event;

import java.util.UUID;

/**
 * A session of an imported log was refused.
 *
 * @param reason a sentence for the person who imported the log
 * @param code the reason for programs
 * @param deadLetter the id of the event that could not be read; null for other reasons
 */
public record SessionImportRefused(
    UUID sessionId, UUID teamId, int logRevision, String reason, String code, UUID deadLetter)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.import-refused.v1";
  }
}
