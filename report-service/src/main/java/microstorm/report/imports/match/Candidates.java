package microstorm.report.imports.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Pairs of a session of the log and a session that is here, which may be the same. */
final class Candidates {

  private final Map<UUID, List<Match>> byParsed = new LinkedHashMap<>();
  private final Map<UUID, Integer> byHere = new HashMap<>();
  private final Map<UUID, NoMatch> notes = new HashMap<>();

  void add(UUID parsedId, Match match) {
    byParsed.computeIfAbsent(parsedId, id -> new ArrayList<>()).add(match);
    byHere.merge(match.sessionId(), 1, Integer::sum);
  }

  /** Notes why a session has no partner. */
  void note(UUID parsedId, NoMatch reason) {
    notes.put(parsedId, reason);
  }

  boolean has(UUID parsedId) {
    return byParsed.containsKey(parsedId);
  }

  boolean hasHere(UUID sessionId) {
    return byHere.containsKey(sessionId);
  }

  /** The pairs of which neither side has another partner. */
  Map<UUID, Match> certain() {
    Map<UUID, Match> certain = new LinkedHashMap<>();
    byParsed.forEach(
        (parsedId, matches) -> {
          Match match = matches.get(0);
          if (matches.size() == 1 && byHere.get(match.sessionId()) == 1) {
            certain.put(parsedId, match);
          }
        });
    return certain;
  }

  /** Why sessions were not matched. */
  Map<UUID, NoMatch> notes() {
    Map<UUID, NoMatch> all = new HashMap<>(notes);
    Set<UUID> certain = certain().keySet();
    byParsed.keySet().stream()
        .filter(id -> !certain.contains(id))
        .forEach(id -> all.put(id, NoMatch.NOT_UNIQUE));
    return all;
  }
}
