package microstorm.idea.event;

import java.util.UUID;

/**
 * The board of an imported log was refused.
 *
 * @param reason a sentence for the person who imported the log
 * @param code the reason for programs
 * @param deadLetter the id of the event that could not be read; null for other reasons
 */
public record BoardImportRefused(
    UUID sessionId, UUID teamId, int logRevision, String reason, String code, UUID deadLetter)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.import-refused.v1";
  }
}
