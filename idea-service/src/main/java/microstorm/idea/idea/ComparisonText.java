package microstorm.idea.idea;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import microstorm.idea.event.Comparison;
import microstorm.web.TextRules;

/** Two things side by side, as somebody wants to write them. */
public record ComparisonText(
    @NotNull @Size(max = 200) @IdeaText String left,
    @NotNull @Size(max = 200) @IdeaText String right,
    @Size(max = 20) List<@NotNull @Size(max = 500) @IdeaText String> similarities,
    @Size(max = 20) List<@NotNull @Size(max = 500) @IdeaText String> differences) {

  public ComparisonText {
    left = TextRules.withNewlines(left);
    right = TextRules.withNewlines(right);
    similarities = withNewlines(similarities);
    differences = withNewlines(differences);
  }

  /** How many characters it has in all, with those of the text that is made of its sides. */
  int length() {
    return Stream.of(Stream.of(title()), words(similarities), words(differences))
        .flatMap(words -> words)
        .mapToInt(words -> words.codePointCount(0, words.length()))
        .sum();
  }

  /** What an idea's text is when its author gave none. */
  public String title() {
    return title(left, right);
  }

  /** Null for no comparison. */
  public static String title(Comparison comparison) {
    return comparison == null ? null : title(comparison.left(), comparison.right());
  }

  private static String title(String left, String right) {
    return left + " vs " + right;
  }

  /**
   * All that somebody says with an idea, every word once: a text that is made of a comparison's
   * sides has them already.
   *
   * @param comparison null for no comparison
   */
  public static List<String> said(String text, Comparison comparison) {
    if (comparison == null) {
      return List.of(text);
    }
    Stream<String> sides =
        text.equals(title(comparison))
            ? Stream.empty()
            : Stream.of(comparison.left(), comparison.right());
    return Stream.of(
            Stream.of(text),
            sides,
            comparison.similarities().stream(),
            comparison.differences().stream())
        .flatMap(Function.identity())
        .toList();
  }

  public Comparison comparison() {
    return new Comparison(left, right, list(similarities), list(differences));
  }

  private static List<String> withNewlines(List<String> words) {
    return words == null ? null : words.stream().map(TextRules::withNewlines).toList();
  }

  /** Before they are checked: what is missing is refused for that. */
  private static Stream<String> words(List<String> words) {
    return words == null ? Stream.empty() : words.stream().filter(Objects::nonNull);
  }

  private static List<String> list(List<String> words) {
    return words == null ? List.of() : List.copyOf(words);
  }
}
