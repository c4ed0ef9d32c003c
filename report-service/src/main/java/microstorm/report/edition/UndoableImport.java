package microstorm.report.edition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The log book before an import, apart from its sessions.
 *
 * @param place the place among the team's imports
 * @param frameChanged whether the import changed the frame
 * @param frame the frame as JSON; null if there was none
 * @param sessions the order of the sessions; null if the import did not change it
 */
public record UndoableImport(
    UUID importId,
    long place,
    Instant acceptedAt,
    boolean frameChanged,
    String frame,
    List<UUID> sessions) {}
