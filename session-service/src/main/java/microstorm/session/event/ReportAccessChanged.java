package microstorm.session.event;

import java.util.UUID;

/**
 * The rules for reading the session's report have changed. {@code readerCodeHash} is SHA-256 of the
 * reader code in base64url; null while there is no code.
 */
public record ReportAccessChanged(UUID sessionId, boolean observers, String readerCodeHash)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.report-access-changed.v1";
  }
}
