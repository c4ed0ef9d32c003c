package microstorm.idea.text;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import microstorm.http.input.InputLists;
import microstorm.http.input.TextRules;
import microstorm.idea.event.Comparison;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A comparison in a request. */
@Schema(
    description =
        "A comparison of two things. All its texts together have at most 2,000 characters unless"
            + " the operator changed that.")
public record ComparisonText(
    @Schema(description = "The first side, in Markdown.", examples = "A workshop")
        @NotNull
        @Size(max = MAX_SIDE)
        @IdeaText
        String left,
    @Schema(description = "The second side, in Markdown.", examples = "A handbook")
        @NotNull
        @Size(max = MAX_SIDE)
        @IdeaText
        String right,
    @Schema(description = "The similarities of the two, in Markdown.")
        @Size(max = MAX_ENTRIES, message = TOO_MANY)
        List<@NotNull @Size(max = MAX_ENTRY) @IdeaText String> similarities,
    @Schema(description = "The differences between the two, in Markdown.")
        @Size(max = MAX_ENTRIES, message = TOO_MANY)
        List<@NotNull @Size(max = MAX_ENTRY) @IdeaText String> differences) {

  static final int MAX_SIDE = 200;
  static final int MAX_ENTRY = 500;
  static final int MAX_ENTRIES = 20;
  static final String TOO_MANY = "must have at most {max} entries";

  public ComparisonText {
    left = TextRules.trimmed(left);
    right = TextRules.trimmed(right);
    similarities = entries(similarities);
    differences = entries(differences);
  }

  /** The number of characters in total, including the title that is made from the two sides. */
  int length() {
    return Stream.of(Stream.of(title()), words(similarities), words(differences))
        .flatMap(words -> words)
        .mapToInt(words -> words.codePointCount(0, words.length()))
        .sum();
  }

  /** The text of an idea whose author sent none. */
  public String title() {
    return title(left, right);
  }

  /** The same for a stored comparison; null for null. */
  public static String title(Comparison comparison) {
    return comparison == null ? null : title(comparison.left(), comparison.right());
  }

  private static String title(String left, String right) {
    return left + " vs " + right;
  }

  /**
   * All texts of an idea, each once: a text that is made from the sides of a comparison contains
   * them already.
   *
   * @param comparison null when there is none
   */
  public static List<String> texts(String text, Comparison comparison) {
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

  /** Trimmed texts, and one more than permitted of a list that is too long; null for null. */
  static List<String> entries(List<String> words) {
    return words == null
        ? null
        : InputLists.truncate(words, MAX_ENTRIES).stream().map(TextRules::trimmed).toList();
  }

  /** Skips missing entries, which another constraint refuses. */
  private static Stream<String> words(List<String> words) {
    return words == null ? Stream.empty() : words.stream().filter(Objects::nonNull);
  }

  private static List<String> list(List<String> words) {
    return words == null ? List.of() : List.copyOf(words);
  }
}
