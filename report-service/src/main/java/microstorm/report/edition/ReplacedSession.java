package microstorm.report.edition;

import java.util.UUID;

/**
 * A session before an import changed it.
 *
 * @param derivedId null if it was the session's own id
 * @param content as JSON, without the outcome; null if the import changed only the layout
 * @param layout as JSON
 * @param outcome as JSON; null if there was none
 * @param matched whether its number, date or title was corrected
 * @param splitInto the session that the match was split into; null if it was not split
 */
public record ReplacedSession(
    UUID sessionId,
    String digest,
    UUID derivedId,
    String textHash,
    String content,
    String layout,
    String outcome,
    boolean matched,
    UUID splitInto) {}
