package microstorm.report.document;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cells of a table that spreadsheets must not take for formulas. */
final class SpreadsheetCells {

  /**
   * The places before which a mark stands: before the beginning of a formula (also in its wide
   * forms), a line break, a tab or the mark itself at the start of a text; and before a formula or
   * the mark where a spreadsheet that separates cells by semicolons or tabs, as one with a decimal
   * comma does, begins a cell or a row.
   */
  private static final Pattern MARKED =
      Pattern.compile("^(?=[\\t\\r\\n=+\\-@＝＋－＠'])|(?<=[;\\t\\r\\n])(?=[=+\\-@＝＋－＠'])");

  private static final String MARK = "'";

  private SpreadsheetCells() {}

  /**
   * A text with an apostrophe at each place where a spreadsheet could read a formula. Without these
   * apostrophes it is always the text that people wrote, because one that people wrote at such a
   * place has an apostrophe before it, too.
   */
  static String text(@Nullable Object value) {
    return MARKED.matcher(Objects.toString(value, "")).replaceAll(MARK);
  }
}
