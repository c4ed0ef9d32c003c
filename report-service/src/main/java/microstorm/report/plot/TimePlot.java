package microstorm.report.plot;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A plot of values over days, as a line with markers and numbers, so that it is read without
 * colour.
 *
 * @param id distinguishes the plots in one document: letters, digits and hyphens
 * @param title what is plotted, with the unit
 * @param description all values in words, for screen readers
 * @param points in order of the days
 */
public record TimePlot(
    String id, String title, String description, Locale locale, List<Point> points) {

  /** A value of a day; null is a gap. */
  public record Point(LocalDate day, @Nullable Number value) {}
}
