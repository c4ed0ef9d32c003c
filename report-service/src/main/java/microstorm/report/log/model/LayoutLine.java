package microstorm.report.log.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * How one element of a log was written: the markup and white space around its values, never its
 * words. The text is {@code literals[0] value0 literals[1] value1 ... literals[n]}.
 *
 * @param kind what the element is, which says where its values come from
 * @param ref the id of the topic or idea; null for everything else
 * @param literals one more than there are values
 * @param pattern for a date: the {@link java.time.format.DateTimeFormatter} pattern (English) that
 *     writes it; null if no pattern writes it just so, then the written form is the literal
 * @param date for a date: the ISO date that was written, so that a change is noticed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LayoutLine(
    LineKind kind, UUID ref, List<String> literals, String pattern, String date) {
  public LayoutLine {
    literals = List.copyOf(literals);
  }

  public LayoutLine(LineKind kind, UUID ref, List<String> literals) {
    this(kind, ref, literals, null, null);
  }

  public static LayoutLine blank(String text) {
    return new LayoutLine(LineKind.BLANK, null, List.of(text));
  }

  /** How many values this line has room for. */
  public int slots() {
    return literals.size() - 1;
  }

  public String first() {
    return literals.get(0);
  }

  public String last() {
    return literals.get(literals.size() - 1);
  }

  /** The text with these values in their places, as many as there are slots. */
  public String filled(List<String> values) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      text.append(literals.get(i)).append(values.get(i));
    }
    return text.append(last()).toString();
  }

  /**
   * The text with the lines of this value.
   *
   * @param pad between lines, if there is another number of them than before and no continuation to
   *     imitate
   */
  public String filledWithLines(String value, String pad) {
    List<String> values = List.of(value.split("\n", -1));
    if (values.size() == slots()) {
      return filled(values);
    }
    return first() + String.join(slots() > 1 ? literals.get(1) : pad, values) + last();
  }
}
