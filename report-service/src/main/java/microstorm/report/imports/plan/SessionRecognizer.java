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
  private final RemovedIdeas removed;

  SessionRecognizer(HereReader here, SplitMatches splits, RemovedIdeas removed) {
    this.here = here;
    this.splits = splits;
    this.removed = removed;
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
    RemovedElsewhere elsewhere = removedElsewhere(parsed, absent, candidates);
    SessionMatcher.Result matched = match(teamId, open, candidates, elsewhere);

    FreeIds free = new FreeIds(known, deleted);
    List<RecognizedSession> recognized = new ArrayList<>();
    for (ParsedSession session : parsed) {
      UUID knownId = byDerivedId.get(session.id());
      Match match = matched.matches().get(session.id());
      boolean isNew = knownId == null && match == null;
      UUID id = match != null ? match.sessionId() : isNew ? free.next(session.id()) : knownId;
      ParsedSession under = SessionIds.under(id, session);
      recognized.add(
          new RecognizedSession(
              under,
              session.id(),
              match,
              match == null ? null : candidates.get(id).heading(),
              removed(under, elsewhere.placeholders(session.id())),
              isNew ? unclear(session.id(), matched, elsewhere) : null));
    }
    return recognized;
  }

  /** Nearly always, nothing was removed, and no session has to be compared. */
  private RemovedElsewhere removedElsewhere(
      List<ParsedSession> parsed, List<UUID> absent, Map<UUID, Here> candidates) {
    Map<UUID, Map<UUID, String>> placeholders = absent.isEmpty() ? Map.of() : removed.of(absent);
    Map<UUID, Here> sessions =
        candidates.isEmpty() && !placeholders.isEmpty()
            ? here.sessions(placeholders.keySet())
            : candidates;
    return new RemovedElsewhere(parsed, sessions.values(), placeholders, RemovedElsewhere.MOST);
  }

  private static Map<UUID, String> removed(
      ParsedSession session, Map<Integer, String> placeholders) {
    Map<UUID, String> byId = new HashMap<>();
    placeholders.forEach((place, text) -> byId.put(session.ideas().get(place).id(), text));
    return byId;
  }

  private static NoMatch unclear(
      UUID id, SessionMatcher.Result matched, RemovedElsewhere elsewhere) {
    if (!elsewhere.placeholders(id).isEmpty()) {
      return NoMatch.WORDS_REMOVED;
    }
    return elsewhere.isNotCompared(id) ? NoMatch.NOT_COMPARED : matched.unclear().get(id);
  }

  private SessionMatcher.Result match(
      UUID teamId,
      List<ParsedSession> open,
      Map<UUID, Here> candidates,
      RemovedElsewhere elsewhere) {
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
              SessionText.of(session.content()),
              elsewhere.texts(session.id())));
    }
    return SessionMatcher.match(
        sessions,
        List.copyOf(candidates.values()),
        (there, one) -> split.getOrDefault(there, Set.of()).contains(named.get(one)),
        here::texts);
  }
}
