package microstorm.report.document;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Cells of a table that spreadsheets must not take for formulas. */
final class SpreadsheetCells {

  /** The beginnings of formulas, also in their wide forms, and the mark itself. */
  private static final String FORMULAS = "=+-@\t\r\n＝＋－＠'";

  private static final String MARK = "'";

  private SpreadsheetCells() {}

  /**
   * A text with an apostrophe before it if it could be a formula, or if it begins with an
   * apostrophe itself. Without the first apostrophe it is always the text that people wrote.
   */
  static String text(@Nullable Object value) {
    String text = Objects.toString(value, "");
    return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? MARK + text : text;
  }
}
