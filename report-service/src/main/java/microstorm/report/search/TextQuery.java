package microstorm.report.search;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A query in the database's own form. The parts come from the database's {@code search_term}, which
 * quotes the words.
 */
record TextQuery(List<Part> parts) {

  /**
   * A term of the query.
   *
   * @param alternatives one or more expressions, of which one must match
   */
  record Part(SearchQuery.Term term, List<String> alternatives) {

    private String expression() {
      return alternatives.stream().collect(Collectors.joining(") | (", "((", "))"));
    }
  }

  /** What the words of the found texts match. */
  String words() {
    return included().map(Part::expression).collect(Collectors.joining(" | "));
  }

  /** What the found texts of a team match. */
  String texts(UUID teamId) {
    return Stream.concat(
            Stream.of("'team/" + teamId + "'"),
            parts.stream()
                .map(part -> part.term.excluded() ? "!" + part.expression() : part.expression()))
        .collect(Collectors.joining(" & "));
  }

  /** The terms that texts must contain. */
  Stream<Part> included() {
    return parts.stream().filter(part -> !part.term.excluded());
  }

  /** What limits an expression to texts of certain kinds; without any, to no text at all. */
  static String ofKinds(List<SearchKind> kinds) {
    return Stream.concat(Stream.of("'kind/none'"), kinds.stream().map(TextQuery::ofKind))
        .collect(Collectors.joining(" | ", " & (", ")"));
  }

  private static String ofKind(SearchKind kind) {
    return "'kind/" + kind.label() + "'";
  }
}
