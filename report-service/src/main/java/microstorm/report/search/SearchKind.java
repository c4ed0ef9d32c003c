package microstorm.report.search;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.http.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What part of a report a found text is. */
@Schema(
    description =
        "What part of a report a text is: the `title`, `problem` or `summary` of the session, the"
            + " title of a `topic`, the name of a `group`, an `idea`, a `link`, an `action` with"
            + " its owner, or the name of a `person` who took part.")
public enum SearchKind {
  TITLE,
  PROBLEM,
  SUMMARY,
  TOPIC,
  GROUP,
  IDEA,
  LINK,
  ACTION,
  PERSON;

  /** The kinds that say what a session is about. */
  static final Set<SearchKind> SUBJECTS = EnumSet.of(TITLE, PROBLEM, SUMMARY, TOPIC, GROUP);

  /** The name in JSON and in the database. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kinds by name, separated by commas.
   *
   * @param names null for every kind
   * @throws ProblemException 400 for a name that no kind has
   */
  static Set<SearchKind> read(String names) {
    return names == null
        ? EnumSet.allOf(SearchKind.class)
        : Stream.of(names.split(",", -1)).map(SearchKind::find).collect(Collectors.toSet());
  }

  private static SearchKind find(String name) {
    return Stream.of(values())
        .filter(kind -> kind.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    "kind",
                    "must be kinds of texts, separated by commas: "
                        + Stream.of(values())
                            .map(SearchKind::label)
                            .collect(Collectors.joining(", "))));
  }
}
