package microstorm.report.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microstorm.http.problem.ProblemException;

/**
 * What somebody typed into the search field: words, {@code "phrases"}, {@code beginnings*}, and
 * {@code -words} that must not occur.
 */
record SearchQuery(List<Term> terms) {

  /** The longest query, in UTF-16 code units. */
  static final int MAX_LENGTH = 200;

  static final int MAX_TERMS = 10;

  /** A shorter beginning would match a large part of all words. */
  private static final int MIN_PREFIX = 3;

  private static final Pattern QUOTES = Pattern.compile("[\u201c\u201d\u201e\u00ab\u00bb]");
  private static final Pattern TERM = Pattern.compile("(-?)(?:\"([^\"]*)\"?|([^\\s\"]+))");
  private static final Pattern HAS_WORD = Pattern.compile("[\\p{L}\\p{N}]");

  /**
   * A word or a phrase.
   *
   * @param excluded whether no found text contains it
   * @param prefix whether a found word only begins with it
   */
  record Term(String text, boolean excluded, boolean prefix, boolean phrase) {}

  /**
   * Reads a query. Punctuation without a word is ignored.
   *
   * @throws ProblemException 400 for a query without a word to look for, with too many terms, or
   *     with a beginning of less than three letters
   */
  static SearchQuery parse(String text) {
    List<Term> terms = new ArrayList<>();
    Matcher matcher = TERM.matcher(QUOTES.matcher(text).replaceAll("\""));
    while (matcher.find()) {
      boolean phrase = matcher.group(2) != null;
      String term = phrase ? matcher.group(2) : matcher.group(3);
      if (HAS_WORD.matcher(term).find()) {
        boolean prefix = !phrase && term.endsWith("*");
        terms.add(new Term(term, !matcher.group(1).isEmpty(), prefix, phrase));
      }
    }
    if (terms.stream().allMatch(Term::excluded)) {
      throw ProblemException.invalid("q", "must contain a word to look for");
    }
    if (terms.size() > MAX_TERMS) {
      throw ProblemException.invalid("q", "must have at most " + MAX_TERMS + " words and phrases");
    }
    if (terms.stream().anyMatch(SearchQuery::isTooShort)) {
      throw ProblemException.invalid("q", "must have at least three letters before *");
    }
    return new SearchQuery(terms);
  }

  private static boolean isTooShort(Term term) {
    return term.prefix
        && term.text.codePoints().filter(Character::isLetterOrDigit).count() < MIN_PREFIX;
  }
}
