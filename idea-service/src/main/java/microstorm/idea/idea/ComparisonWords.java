package microstorm.idea.idea;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import microstorm.idea.event.Comparison;

/** Two things side by side, as somebody wants to write them. */
public record ComparisonWords(
    @NotNull @Size(max = 200) @Words String left,
    @NotNull @Size(max = 200) @Words String right,
    @Size(max = 20) List<@NotNull @Size(max = 500) @Words String> similarities,
    @Size(max = 20) List<@NotNull @Size(max = 500) @Words String> differences) {

  /** What an idea's text is when its author gave none. */
  String title() {
    return title(comparison());
  }

  /** Null for no comparison. */
  static String title(Comparison comparison) {
    return comparison == null ? null : comparison.left() + " vs " + comparison.right();
  }

  Comparison comparison() {
    return new Comparison(left, right, list(similarities), list(differences));
  }

  private static List<String> list(List<String> words) {
    return words == null ? List.of() : List.copyOf(words);
  }
}
