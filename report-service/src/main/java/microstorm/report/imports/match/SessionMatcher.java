package microstorm.report.imports.match;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;

/**
 * Finds out which sessions of a log are here already under another number, date or title. It
 * matches two sessions only if no other one comes into question; otherwise the session of the log
 * is a new one.
 */
public final class SessionMatcher {

  /** The sessions whose texts are read for one log, for each of the two comparisons. */
  static final int READ = 500;

  /**
   * A session of the log that is not here under its date and title.
   *
   * @param covered its text without what was removed from sessions that are here, by their ids
   */
  public record Parsed(UUID id, Heading heading, SessionText text, Map<UUID, SessionText> covered) {

    /** A session in which nothing was removed. */
    public Parsed(UUID id, Heading heading, SessionText text) {
      this(id, heading, text, Map.of());
    }

    /** The text to compare with that of a session that is here. */
    SessionText textFor(UUID here) {
      return covered.getOrDefault(here, text);
    }
  }

  /**
   * A session that is here and not in the log.
   *
   * @param textHash null if it is unknown
   */
  public record Here(UUID id, Heading heading, String textHash) {}

  /** Reads the texts of sessions that are here; those without a text are missing. */
  public interface TextReader {
    Map<UUID, SessionText> read(List<UUID> sessions);
  }

  /**
   * The result.
   *
   * @param matches by the id of the session of the log
   * @param unclear why sessions that were nearly matched are new ones, by the same id
   */
  public record Result(Map<UUID, Match> matches, Map<UUID, NoMatch> unclear) {}

  private final List<Parsed> parsed;
  private final Map<UUID, Here> here = new LinkedHashMap<>();
  private final BiPredicate<UUID, UUID> split;
  private final TextReader reader;
  private final Result result = new Result(new HashMap<>(), new HashMap<>());

  private SessionMatcher(
      List<Parsed> parsed, List<Here> here, BiPredicate<UUID, UUID> split, TextReader reader) {
    this.parsed = parsed;
    here.forEach(one -> this.here.put(one.id, one));
    this.split = split;
    this.reader = reader;
  }

  /**
   * Matches sessions.
   *
   * @param split whether a session that is here (first) and one of the log must not be matched,
   *     because a person has split them
   */
  public static Result match(
      List<Parsed> parsed, List<Here> here, BiPredicate<UUID, UUID> split, TextReader reader) {
    SessionMatcher matcher = new SessionMatcher(parsed, here, split, reader);
    matcher.matchEarlierNames();
    matcher.matchTexts();
    return matcher.result;
  }

  private void matchEarlierNames() {
    for (Parsed one : parsed) {
      if (here.containsKey(one.id) && !split.test(one.id, one.id)) {
        take(one.id, Match.byEarlierName(one.id));
      }
    }
  }

  private void matchTexts() {
    Candidates same = new Candidates();
    SameTexts sameTexts =
        new SameTexts(open(), here.values(), split, new HereTexts(reader, READ), same);
    open().forEach(sameTexts::pair);
    take(same);

    Candidates similar = new Candidates();
    SimilarTexts similarTexts =
        new SimilarTexts(
            here.values().stream().filter(one -> !same.hasHere(one.id)).toList(), split, similar);
    open().stream().filter(one -> !same.has(one.id)).forEach(similarTexts::add);
    similarTexts.compare(new HereTexts(reader, READ));
    take(similar);
  }

  private List<Parsed> open() {
    return parsed.stream().filter(one -> !result.matches.containsKey(one.id)).toList();
  }

  private void take(Candidates candidates) {
    candidates.certain().forEach(this::take);
    candidates.notes().forEach(result.unclear::putIfAbsent);
  }

  private void take(UUID parsedId, Match match) {
    result.matches.put(parsedId, match);
    here.remove(match.sessionId());
  }
}
