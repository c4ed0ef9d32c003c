package microstorm.report.plot;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DateFormat;
import java.text.NumberFormat;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import microstorm.report.plot.TimePlot.Point;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.labels.StandardXYItemLabelGenerator;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.RangeType;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws plots. Needs fonts of the operating system, to measure texts; the image has them. */
@ApplicationScoped
public class SvgPlots {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 300;
  private static final int FONT_SIZE = 12;

  /** More numbers than these would cover each other. */
  private static final int MAX_NUMBERS = 24;

  private static final Color INK = new Color(0x22, 0x22, 0x22);
  private static final Color GRID = new Color(0xcc, 0xcc, 0xcc);
  private static final int MARKER = 8;
  private static final double ROOM_FOR_NUMBERS = 0.15;
  private static final int TICK_MARGIN = 8;

  /** So that the first and the last day are not cut. */
  private static final int HALF_A_DAY = 24;

  private final Font font = font();

  /**
   * A font that is installed: the library compares a logical one, such as {@code SansSerif}, with
   * all installed fonts each time.
   */
  private static Font font() {
    String family =
        Stream.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames())
            .filter(name -> name.contains(" Sans"))
            .filter(name -> !name.contains("Mono"))
            .findFirst()
            .orElse(Font.SANS_SERIF);
    return new Font(family, Font.PLAIN, FONT_SIZE);
  }

  /** The plot as an SVG image. */
  public String draw(TimePlot plot) {
    VectorGraphics2D graphics = new VectorGraphics2D();
    chart(plot).draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    try {
      new SVGProcessor()
          .getDocument(graphics.getCommands(), new PageSize(WIDTH, HEIGHT))
          .writeTo(svg);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SvgDocument.of(svg.toString(StandardCharsets.UTF_8), plot, WIDTH, HEIGHT, FONT_SIZE);
  }

  private JFreeChart chart(TimePlot plot) {
    XYPlot area = new XYPlot(series(plot), days(plot.locale()), values(), renderer(plot));
    area.setBackgroundPaint(null);
    area.setOutlineVisible(false);
    area.setDomainGridlinesVisible(false);
    area.setRangeGridlinePaint(GRID);
    area.setRangeGridlineStroke(new BasicStroke(1));
    JFreeChart chart = new JFreeChart(plot.title(), font, area, false);
    chart.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
    chart.getTitle().setPaint(INK);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(MARKER, HALF_A_DAY, MARKER, HALF_A_DAY));
    return chart;
  }

  private static XYSeriesCollection series(TimePlot plot) {
    XYSeries series = new XYSeries(plot.id(), true);
    for (Point point : plot.points()) {
      series.add(
          point.day().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(), point.value());
    }
    return new XYSeriesCollection(series);
  }

  private DateAxis days(Locale locale) {
    DateAxis axis = new DateAxis(null, TimeZone.getTimeZone(ZoneOffset.UTC), locale);
    axis.setTickLabelFont(font);
    axis.setTickLabelPaint(INK);
    axis.setTickLabelInsets(new RectangleInsets(2, TICK_MARGIN, 2, TICK_MARGIN));
    DateFormat day = DateFormat.getDateInstance(DateFormat.MEDIUM, locale);
    day.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
    axis.setDateFormatOverride(day);
    return axis;
  }

  private NumberAxis values() {
    NumberAxis axis = new NumberAxis();
    axis.setTickLabelFont(font);
    axis.setTickLabelPaint(INK);
    axis.setTickLabelInsets(new RectangleInsets(TICK_MARGIN, 2, TICK_MARGIN, 2));
    axis.setRangeType(RangeType.POSITIVE);
    axis.setAutoRangeIncludesZero(true);
    axis.setUpperMargin(ROOM_FOR_NUMBERS);
    axis.setStandardTickUnits(new NumberTickUnitSource(true));
    axis.setAutoRangeMinimumSize(1);
    return axis;
  }

  private XYLineAndShapeRenderer renderer(TimePlot plot) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
    renderer.setSeriesPaint(0, INK);
    renderer.setSeriesStroke(0, new BasicStroke(2));
    renderer.setSeriesShape(0, new Ellipse2D.Double(-MARKER / 2.0, -MARKER / 2.0, MARKER, MARKER));
    NumberFormat number = NumberFormat.getNumberInstance(plot.locale());
    number.setMaximumFractionDigits(1);
    renderer.setDefaultItemLabelGenerator(new StandardXYItemLabelGenerator("{2}", number, number));
    renderer.setDefaultItemLabelFont(font);
    renderer.setDefaultItemLabelPaint(INK);
    renderer.setDefaultItemLabelsVisible(plot.points().size() <= MAX_NUMBERS);
    return renderer;
  }
}
