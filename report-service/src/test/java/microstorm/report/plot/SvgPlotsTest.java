package microstorm.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import microstorm.report.plot.TimePlot.Point;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The plots are well-formed images that anybody can read. */
class SvgPlotsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

  private final SvgPlots plots = new SvgPlots();

  private static TimePlot plot(List<Point> points) {
    return new TimePlot("quiet", "Quiet <time> & more", "2 January: 5.5.", Locale.UK, points);
  }

  private static Document parse(String svg) throws Exception {
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    parsers.setNamespaceAware(true);
    return parsers.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  @Test
  void anImageHasATitleADescriptionAndItsNumbersAsText() throws Exception {
    String svg =
        plots.draw(
            plot(
                List.of(
                    new Point(DAY, 5.5),
                    new Point(DAY.plusDays(7), null),
                    new Point(DAY.plusDays(14), 8))));
    Document image = parse(svg);
    Element root = image.getDocumentElement();
    assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(root.getAttribute("role")).isEqualTo("img");
    for (String label : root.getAttribute("aria-labelledby").split(" ")) {
      assertThat(svg).containsOnlyOnce("id=\"" + label + "\"");
    }
    assertThat(image.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Quiet <time> & more");
    assertThat(image.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("2 January: 5.5.");
    assertThat(texts(image))
        .contains("Quiet <time> & more", "5.5", "8")
        .anyMatch(text -> text.matches("\\d+ Jan 2026"));
    assertThat(
            image.getElementsByTagName("ellipse").getLength()
                + image.getElementsByTagName("circle").getLength()
                + image.getElementsByTagName("path").getLength())
        .as("a marker for each known value")
        .isGreaterThanOrEqualTo(2);
  }

  private static List<String> texts(Document image) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < image.getElementsByTagName("text").getLength(); i++) {
      texts.add(image.getElementsByTagName("text").item(i).getTextContent());
    }
    return texts;
  }

  /** A page with a strict policy drops styles; several plots in one page share no id. */
  @Test
  void anImageHasNoStylesAndItsIdsAreItsOwn() {
    String svg = plots.draw(plot(List.of(new Point(DAY, 1))));
    assertThat(svg).doesNotContain("style=", "DejaVu").contains("fill=\"", "stroke=\"");
    assertThat(svg.split(" id=\"")).hasSizeGreaterThan(2);
    assertThat(svg.split(" id=\"(?!quiet-)")).hasSize(1);
    assertThat(plots.draw(plot(List.of(new Point(DAY, 1))))).isEqualTo(svg);
  }

  @Test
  void plotsWithoutValuesAndWithTheSameDayAreDrawn() throws Exception {
    parse(plots.draw(plot(List.of())));
    parse(plots.draw(plot(List.of(new Point(DAY, null)))));
    parse(plots.draw(plot(List.of(new Point(DAY, 0), new Point(DAY, 0)))));
    List<Point> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.add(new Point(DAY.plusDays(7L * i), i));
    }
    assertThat(texts(parse(plots.draw(plot(many)))))
        .as("numbers would cover each other")
        .doesNotContain("33", "71");
  }
}
