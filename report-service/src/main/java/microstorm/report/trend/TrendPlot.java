package microstorm.report.trend;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import microstorm.report.plot.SvgPlots;
import microstorm.report.plot.TimePlot;
import microstorm.report.trend.Trends.TrendSession;

/** Draws a figure of a team's sessions over time. */
@ApplicationScoped
public class TrendPlot {

  private final SvgPlots plots;

  TrendPlot(SvgPlots plots) {
    this.plots = plots;
  }

  /**
   * The plot as an SVG image.
   *
   * @param language {@code en} or {@code de}
   */
  public String draw(TrendMeasure measure, Trends trends, String language) {
    // a day before its month, with the month as a word, is read alike everywhere
    Locale locale = language.equals("en") ? Locale.UK : Locale.forLanguageTag(language);
    ResourceBundle texts =
        ResourceBundle.getBundle(
            "trends", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    return plots.draw(
        new TimePlot(
            "trend-" + measure.label(),
            texts.getString(measure.label()),
            description(measure, trends, texts, locale),
            locale,
            trends.items().stream()
                .map(session -> new TimePlot.Point(session.heldOn(), measure.of(session)))
                .toList()));
  }

  private static String description(
      TrendMeasure measure, Trends trends, ResourceBundle texts, Locale locale) {
    if (trends.items().isEmpty()) {
      return texts.getString("no-session");
    }
    return trends.items().stream()
        .map(session -> value(measure, session, texts, locale))
        .collect(Collectors.joining("; ", "", "."));
  }

  private static String value(
      TrendMeasure measure, TrendSession session, ResourceBundle texts, Locale locale) {
    NumberFormat number = NumberFormat.getNumberInstance(locale);
    number.setMaximumFractionDigits(1);
    Number value = measure.of(session);
    return session
            .heldOn()
            .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale))
        + ": "
        + (value == null ? texts.getString("not-known") : number.format(value));
  }
}
