package microstorm.report.imports.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import microstorm.report.edition.FreeIds;
import microstorm.report.edition.LogSessions;
import microstorm.report.edition.SplitMatches;
import microstorm.report.imports.match.Heading;
import microstorm.report.imports.match.Match;
import microstorm.report.imports.match.NoMatch;
import microstorm.report.imports.match.SessionMatcher;
import microstorm.report.imports.match.SessionMatcher.Here;
import microstorm.report.imports.match.SessionMatcher.Parsed;
import microstorm.report.imports.match.SessionText;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.outcome.SessionIds;

/**
 * Finds the sessions of a log in the log book: by date and title, or by their text if number, date
 * or title were corrected.
 */
@ApplicationScoped
class SessionRecognizer {

  private final HereReader here;
  private final SplitMatches splits;

  SessionRecognizer(HereReader here, SplitMatches splits) {
    this.here = here;
    this.splits = splits;
  }

  /**
   * The sessions under the ids of the log book, in the order of the log.
   *
   * @param parsed sessions of the log that were not held here
   * @param known the log book
   * @param deleted the ids of the team's deleted sessions
   */
  List<RecognizedSession> recognize(
      UUID teamId, List<ParsedSession> parsed, List<LogSessions.Known> known, Set<UUID> deleted) {
    Map<UUID, UUID> byDerivedId = new HashMap<>();
    known.forEach(one -> byDerivedId.put(one.derivedId(), one.sessionId()));
    Set<UUID> derived = parsed.stream().map(ParsedSession::id).collect(Collectors.toSet());
    List<UUID> absent =
        known.stream()
            .filter(one -> !derived.contains(one.derivedId()))
            .map(LogSessions.Known::sessionId)
            .toList();
    List<ParsedSession> open =
        parsed.stream().filter(one -> !byDerivedId.containsKey(one.id())).toList();
    Map<UUID, Here> candidates =
        open.isEmpty() || absent.isEmpty() ? Map.of() : here.sessions(absent);
    SessionMatcher.Result matched = match(teamId, open, candidates);

    FreeIds free = new FreeIds(known, deleted);
    List<RecognizedSession> recognized = new ArrayList<>();
    for (ParsedSession session : parsed) {
      UUID id = byDerivedId.get(session.id());
      Match match = matched.matches().get(session.id());
      NoMatch unclear = id == null && match == null ? matched.unclear().get(session.id()) : null;
      if (match != null) {
        id = match.sessionId();
      } else if (id == null) {
        id = free.next(session.id());
      }
      Heading before = match == null ? null : candidates.get(id).heading();
      recognized.add(
          new RecognizedSession(
              SessionIds.under(id, session), session.id(), match, before, unclear));
    }
    return recognized;
  }

  private SessionMatcher.Result match(
      UUID teamId, List<ParsedSession> open, Map<UUID, Here> candidates) {
    if (candidates.isEmpty()) {
      return new SessionMatcher.Result(Map.of(), Map.of());
    }
    Map<UUID, Set<UUID>> split = splits.of(candidates.keySet());
    Map<UUID, UUID> named = new HashMap<>();
    List<Parsed> sessions = new ArrayList<>();
    for (ParsedSession session : open) {
      named.put(session.id(), SplitMatches.named(teamId, session.content()));
      sessions.add(
          new Parsed(
              session.id(),
              new Heading(session.number(), session.title(), session.date()),
              SessionText.of(session.content())));
    }
    return SessionMatcher.match(
        sessions,
        List.copyOf(candidates.values()),
        (there, one) -> split.getOrDefault(there, Set.of()).contains(named.get(one)),
        here::texts);
  }
}
