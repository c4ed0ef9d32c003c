package microstorm.report.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import microstorm.http.problem.ProblemException;
import microstorm.report.search.SearchPage.Correction;
import microstorm.report.search.SearchPage.FoundText;
import microstorm.report.search.SearchReader.Filter;
import microstorm.report.search.SearchReader.Found;
import microstorm.report.search.SearchReader.Item;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Searches the reports of a team; if nothing is found, again with corrected words. */
@ApplicationScoped
class SearchService {

  private static final String TIMEOUT = "set local statement_timeout = '2s'";

  /**
   * How frequent a word is decides how to find it, so each search has a plan of its own. Reading
   * the whole table is never better.
   */
  static final String BY_INDEX =
      "set local enable_seqscan = off; set local plan_cache_mode = force_custom_plan";

  private static final String SHORTER_TIMEOUT = "set local statement_timeout = 1000";

  /** A longer list of misspelt words would take too long. */
  private static final int MOST_CORRECTED = 3;

  private static final String CANCELED = "57014";

  /** Scripts without spaces between words, of which the database indexes each character. */
  private static final Pattern UNSPACED =
      Pattern.compile(
          "[\\u0e00-\\u0e7f\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff]");

  private final Jdbi database;
  private final SearchReader reader;
  private final Spelling spelling;

  SearchService(Jdbi database, SearchReader reader, Spelling spelling) {
    this.database = database;
    this.reader = reader;
    this.spelling = spelling;
  }

  /**
   * Searches for texts.
   *
   * @throws ProblemException 400 for a query without a word; 503 if one of its statements takes
   *     longer than two seconds
   */
  @Transactional
  SearchPage search(SearchQuery query, Filter filter, Optional<SearchCursor> after, int limit) {
    try {
      database.useHandle(handle -> handle.execute(TIMEOUT + ";" + BY_INDEX));
      TextQuery typed = read(query);
      Found found = reader.search(typed, filter, after, limit + 1);
      if (found.places() > 0 || after.isPresent()) {
        return page(typed, found, List.of(), limit);
      }
      database.useHandle(handle -> handle.execute(SHORTER_TIMEOUT));
      List<Correction> corrections = new ArrayList<>();
      TextQuery corrected = correct(typed, filter, corrections);
      return corrections.isEmpty()
          ? page(typed, found, corrections, limit)
          : page(corrected, reader.search(corrected, filter, after, limit + 1), corrections, limit);
    } catch (JdbiException e) {
      if (e.getCause() instanceof SQLException sql && CANCELED.equals(sql.getSQLState())) {
        throw ProblemException.busy(
            "The search took too long. Add a word to the search or try again in a moment.", 2);
      }
      throw e;
    }
  }

  private TextQuery read(SearchQuery query) {
    List<String> expressions = reader.expressions(query.terms());
    List<TextQuery.Part> parts =
        IntStream.range(0, expressions.size())
            .filter(i -> !expressions.get(i).isEmpty())
            .mapToObj(i -> new TextQuery.Part(query.terms().get(i), List.of(expressions.get(i))))
            .toList();
    if (parts.stream().allMatch(part -> part.term().excluded())) {
      throw ProblemException.invalid("q", "must contain a word to look for");
    }
    return new TextQuery(parts);
  }

  /** Replaces each word that no report contains by similar ones. */
  private TextQuery correct(TextQuery typed, Filter filter, List<Correction> corrections) {
    return new TextQuery(
        typed.parts().stream().map(part -> correct(part, filter, corrections)).toList());
  }

  private TextQuery.Part correct(TextQuery.Part part, Filter filter, List<Correction> corrections) {
    SearchQuery.Term term = part.term();
    if (corrections.size() == MOST_CORRECTED
        || term.excluded()
        || term.prefix()
        || term.phrase()
        || reader.isKnown(filter.teamId(), part.alternatives().get(0))) {
      return part;
    }
    List<String> words = spelling.meant(filter.teamId(), term.text());
    if (words.isEmpty()) {
      return part;
    }
    corrections.add(new Correction(term.text(), words));
    List<SearchQuery.Term> terms =
        words.stream().map(word -> new SearchQuery.Term(word, false, false, false)).toList();
    return new TextQuery.Part(term, reader.expressions(terms));
  }

  private static SearchPage page(
      TextQuery query, Found found, List<Correction> corrections, int limit) {
    List<Item> items = found.items().stream().limit(limit).toList();
    List<String> unspaced =
        query
            .included()
            .map(part -> part.term().text().toLowerCase(Locale.ROOT))
            .filter(text -> UNSPACED.matcher(text).find())
            .flatMap(text -> Stream.of(text.split("\\s+")))
            .toList();
    return new SearchPage(
        items.stream().map(item -> view(item, unspaced)).toList(),
        found.places(),
        found.limited(),
        corrections,
        found.facets(),
        found.items().size() > limit ? next(items.get(items.size() - 1)) : null);
  }

  private static FoundText view(Item item, List<String> unspaced) {
    return new FoundText(
        item.kind(),
        item.id(),
        item.sessionId(),
        item.number(),
        item.title(),
        item.heldOn(),
        item.topic(),
        item.ideaId(),
        TextSegments.of(item.text(), item.copies(), unspaced));
  }

  private static String next(Item last) {
    return new SearchCursor(last.rank(), last.heldOrder(), last.id(), last.kind().label()).encode();
  }
}
