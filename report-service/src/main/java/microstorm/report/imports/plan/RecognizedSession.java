package microstorm.report.imports.plan;

import java.util.Map;
import java.util.UUID;
import microstorm.report.imports.match.Heading;
import microstorm.report.imports.match.Match;
import microstorm.report.imports.match.NoMatch;
import microstorm.report.log.model.ParsedSession;

/**
 * A session of a log under the id that it has in the log book.
 *
 * @param derivedId the id that the parser derived
 * @param match why it is this session; null if its date and title show it, or if it is new
 * @param before its heading before a correction; null without a match
 * @param removed the placeholders for ideas whose words were removed from another session
 * @param unclear why it was not matched, although it nearly was; null if there is nothing to say
 */
public record RecognizedSession(
    ParsedSession session,
    UUID derivedId,
    Match match,
    Heading before,
    Map<UUID, String> removed,
    NoMatch unclear) {

  RecognizedSession with(ParsedSession covered) {
    return new RecognizedSession(covered, derivedId, match, before, removed, unclear);
  }
}
