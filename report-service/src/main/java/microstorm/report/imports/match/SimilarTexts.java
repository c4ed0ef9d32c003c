package microstorm.report.imports.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import microstorm.report.imports.match.SessionMatcher.Here;
import microstorm.report.imports.match.SessionMatcher.Parsed;

/**
 * Pairs sessions of which most of the text is the same. The date must be the same, too, or the
 * number and nearly the date.
 */
final class SimilarTexts {

  /** The common part of two texts from which on they are paired. */
  static final double SIMILAR = 0.75;

  /** The sessions with which one session of a log is compared. */
  private static final int COMPARED = 20;

  private record Pair(Parsed parsed, Here here) {}

  private final Map<Object, List<Here>> byPart = new HashMap<>();
  private final Map<UUID, List<Pair>> pairs = new LinkedHashMap<>();
  private final BiPredicate<UUID, UUID> split;
  private final Candidates candidates;

  /**
   * Begins with the sessions that are here.
   *
   * @param candidates receives the pairs
   */
  SimilarTexts(Collection<Here> here, BiPredicate<UUID, UUID> split, Candidates candidates) {
    this.split = split;
    this.candidates = candidates;
    for (Here one : here) {
      parts(one.heading())
          .forEach(part -> byPart.computeIfAbsent(part, key -> new ArrayList<>()).add(one));
    }
  }

  private static List<Object> parts(Heading heading) {
    return new Heading(heading.number(), null, heading.date()).parts();
  }

  /** Remembers a session of the log for the comparison. */
  void add(Parsed one) {
    Set<Here> near = near(one);
    if (near.size() > COMPARED) {
      candidates.note(one.id(), NoMatch.TOO_MANY);
    } else if (!one.text().isSubstantial()) {
      if (!near.isEmpty()) {
        candidates.note(one.id(), NoMatch.TOO_SHORT);
      }
    } else {
      near.forEach(
          here ->
              pairs.computeIfAbsent(here.id(), id -> new ArrayList<>()).add(new Pair(one, here)));
    }
  }

  /**
   * The sessions here that may be the same one: one more than are compared, if there are too many.
   */
  private Set<Here> near(Parsed one) {
    Stream<Here> near =
        parts(one.heading()).stream()
            .flatMap(part -> byPart.getOrDefault(part, List.of()).stream())
            .filter(other -> one.heading().isNear(other.heading()))
            .filter(other -> !split.test(other.id(), one.id()))
            .distinct()
            .limit(COMPARED + 1L);
    return near.collect(LinkedHashSet::new, Set::add, Set::addAll);
  }

  /** Compares the texts. */
  void compare(HereTexts texts) {
    texts.read(
        List.copyOf(pairs.keySet()),
        (id, text) -> pairs.get(id).forEach(pair -> compare(pair, text)));
  }

  private void compare(Pair pair, SessionText text) {
    double similarity = pair.parsed.textFor(pair.here.id()).similarity(text);
    if (text.isSubstantial() && similarity >= SIMILAR) {
      candidates.add(
          pair.parsed.id(),
          Match.bySimilarText(
              pair.here.id(), similarity, pair.here.heading(), pair.parsed.heading()));
    }
  }
}
