package microstorm.report.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/** Finds the words of a team's reports that somebody may have meant. */
@ApplicationScoped
class Spelling {

  private static final int MIN_LENGTH = 4;
  private static final int MAX_LENGTH = 40;

  /** From this length on, two mistakes are likely to be mistakes. */
  private static final int LONG = 6;

  private static final int MOST = 3;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  static final String THRESHOLD = "set local pg_trgm.word_similarity_threshold = 0.5";

  static final String SIMILAR =
      """
      select left(text, 2000) from search_entry
      where team_id = :team and text %> :word limit 200
      """;

  private static final String KNOWN =
      """
      select word from unnest(:words) as word
      where exists (
        select from search_entry
        where team_id = :team
          and vector @@ (('''team/' || :team || '''')::tsquery && search_term(word, false)))
      limit 3
      """;

  private final Jdbi database;

  Spelling(Jdbi database) {
    this.database = database;
  }

  /**
   * The most likely words, at most three, each at most two typing mistakes away. Empty for short
   * words, whose neighbours are mostly other words. Runs in the caller's transaction.
   */
  List<String> meant(UUID teamId, String typed) {
    String word = typed.toLowerCase(Locale.ROOT);
    if (word.length() < MIN_LENGTH || word.length() > MAX_LENGTH || NO_WORD.matcher(word).find()) {
      return List.of();
    }
    List<String> swapped = known(teamId, swaps(word));
    if (!swapped.isEmpty()) {
      return swapped;
    }
    Map<String, Integer> found = new HashMap<>();
    for (String text : similar(teamId, word)) {
      NO_WORD
          .splitAsStream(text.toLowerCase(Locale.ROOT))
          .filter(other -> isNear(word, other))
          .forEach(other -> found.merge(other, 1, Integer::sum));
    }
    return found.keySet().stream()
        .sorted(
            Comparator.<String>comparingInt(other -> EditDistance.between(word, other))
                .thenComparing(found::get, Comparator.reverseOrder())
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  /** The word with two neighbouring letters exchanged, which leaves few trigrams as they were. */
  private static List<String> swaps(String word) {
    return IntStream.range(1, word.length())
        .filter(i -> word.charAt(i) != word.charAt(i - 1))
        .mapToObj(
            i ->
                word.substring(0, i - 1)
                    + word.charAt(i)
                    + word.charAt(i - 1)
                    + word.substring(i + 1))
        .toList();
  }

  private List<String> known(UUID teamId, List<String> words) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(KNOWN)
                .bind("team", teamId)
                .bindArray("words", String.class, words)
                .mapTo(String.class)
                .list());
  }

  private static boolean isNear(String word, String other) {
    int most = word.length() < LONG ? 1 : 2;
    return Math.abs(word.length() - other.length()) <= most
        && EditDistance.between(word, other) <= most;
  }

  private List<String> similar(UUID teamId, String word) {
    return database.withHandle(
        handle -> {
          handle.execute(THRESHOLD);
          return handle
              .createQuery(SIMILAR)
              .bind("team", teamId)
              .bind("word", word)
              .mapTo(String.class)
              .list();
        });
  }
}
