package microstorm.report.imports.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import microstorm.report.imports.match.SessionMatcher.Here;
import microstorm.report.imports.match.SessionMatcher.Parsed;

/**
 * Pairs sessions with the same text. Number, title or date must be the same, too. If the text is so
 * short that other sessions may have it, the rest must be a small correction.
 */
final class SameTexts {

  /** The sessions with the same text that one session of a log is paired with. */
  private static final int PAIRED = 20;

  private final Map<String, List<Here>> byHash = new HashMap<>();
  private final BiPredicate<UUID, UUID> split;
  private final Candidates candidates;

  /**
   * Begins with the sessions that are here.
   *
   * @param open the sessions of the log
   * @param candidates receives the pairs
   */
  SameTexts(
      List<Parsed> open,
      Collection<Here> here,
      BiPredicate<UUID, UUID> split,
      HereTexts texts,
      Candidates candidates) {
    this.split = split;
    this.candidates = candidates;
    Map<UUID, String> unknown = unknownHashes(open, here, texts);
    for (Here one : here) {
      String hash = one.textHash() == null ? unknown.get(one.id()) : one.textHash();
      byHash.computeIfAbsent(hash, text -> new ArrayList<>()).add(one);
    }
  }

  /** The previous version stored no hashes. */
  private static Map<UUID, String> unknownHashes(
      List<Parsed> open, Collection<Here> here, HereTexts texts) {
    Set<Object> given = new HashSet<>();
    open.forEach(one -> given.addAll(one.heading().parts()));
    List<UUID> unknown =
        here.stream()
            .filter(one -> one.textHash() == null)
            .filter(one -> one.heading().parts().stream().anyMatch(given::contains))
            .map(Here::id)
            .toList();
    Map<UUID, String> hashes = new HashMap<>();
    texts.read(unknown, (id, text) -> hashes.put(id, text.hash()));
    return hashes;
  }

  void pair(Parsed one) {
    List<Here> equal = equal(one);
    for (Here other : equal) {
      if (one.textFor(other.id()).isSubstantial()
          ? one.heading().sharesWith(other.heading())
          : one.heading().isCorrectionOf(other.heading())) {
        candidates.add(one.id(), Match.bySameText(other.id(), other.heading(), one.heading()));
      }
    }
    if (!equal.isEmpty() && !candidates.has(one.id())) {
      candidates.note(one.id(), NoMatch.OTHER_HEADING);
    }
  }

  private List<Here> equal(Parsed one) {
    return Stream.concat(Stream.of(one.text()), one.covered().values().stream())
        .filter(text -> !text.isEmpty())
        .map(SessionText::hash)
        .distinct()
        .flatMap(
            hash ->
                byHash.getOrDefault(hash, List.of()).stream()
                    .filter(other -> one.textFor(other.id()).hash().equals(hash)))
        .filter(other -> !split.test(other.id(), one.id()))
        .limit(PAIRED)
        .toList();
  }
}
