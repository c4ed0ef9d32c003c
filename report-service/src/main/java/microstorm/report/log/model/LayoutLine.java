package microstorm.report.log.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * The layout of one element of a log: the markup and white space around its values, without its
 * words. The text is {@code literals[0] value0 literals[1] value1 ... literals[n]}.
 *
 * @param kind the kind of the element, which determines where its values come from
 * @param ref the id of the topic or idea; null for everything else
 * @param literals the text around the values, one literal more than values
 * @param pattern for a date: the {@link java.time.format.DateTimeFormatter} pattern (English) that
 *     writes it; null if no pattern yields exactly this form, and then the literal holds the form
 * @param date for a date: the ISO date of the original text, for comparison with the current date;
 *     for a heading: the level below which topics begin, if its mark does not show it; for a
 *     number: the number
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

  /** The number of values that this line has slots for. */
  public int slots() {
    return literals.size() - 1;
  }

  public String first() {
    return literals.get(0);
  }

  public String last() {
    return literals.get(literals.size() - 1);
  }

  /** The text with these values in the slots. There must be one value for each slot. */
  public String filled(List<String> values) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      text.append(literals.get(i)).append(values.get(i));
    }
    return text.append(last()).toString();
  }

  /**
   * The text with the lines of this value in the slots.
   *
   * @param pad the text between lines, if the number of lines has changed and the layout has no
   *     second line to imitate
   */
  public String filledWithLines(String value, String pad) {
    List<String> values = List.of(value.split("\n", -1));
    if (values.size() == slots()) {
      return filled(values);
    }
    return first() + String.join(slots() > 1 ? literals.get(1) : pad, values) + last();
  }
}
