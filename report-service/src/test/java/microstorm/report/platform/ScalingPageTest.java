package microstorm.report.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import microstorm.report.platform.check.Finding;
import org.junit.jupiter.api.Test;

/** docs/scaling.md answers the points of the platform report. */
class ScalingPageTest {

  private static final Path PAGE = Path.of("../docs/scaling.md");
  private static final Path LOG = Path.of("../samples/micro-brainstorming.md");
  private static final String ANSWERS = "## The ten points";
  private static final String WORDS = "## The points in the log";

  @Test
  void answersEveryPointInTheOrderOfTheReport() throws IOException {
    assertThat(column(ANSWERS, 0)).isEqualTo(points(Point::title));
    assertThat(column(WORDS, 0)).isEqualTo(points(point -> "`" + point.label() + "`"));
  }

  @Test
  void namesACommandOrSettingForEachPointAndPlatform() throws IOException {
    for (List<String> row : table(ANSWERS)) {
      assertThat(row).as(row.get(0)).hasSize(4);
      assertThat(row.subList(1, 4)).as(row.get(0)).allMatch(cell -> cell.contains("`"));
    }
  }

  @Test
  void givesTheStateThatTheReportGivesInCompose() throws IOException {
    List<String> compose = column(ANSWERS, 1);
    for (int i = 0; i < compose.size(); i++) {
      Finding finding = Point.values()[i].in(Environment.COMPOSE);
      if (finding != null) {
        assertThat(compose.get(i)).startsWith("**" + finding.state().label() + "**: ");
      }
    }
  }

  @Test
  void quotesTheLog() throws IOException {
    assertThat(Files.readString(LOG)).contains(column(WORDS, 1));
  }

  private static List<String> points(Function<Point, String> text) {
    return Arrays.stream(Point.values()).map(text).toList();
  }

  private static List<String> column(String heading, int column) throws IOException {
    return table(heading).stream().map(row -> row.get(column)).toList();
  }

  /** The cells of the first table below a heading, without the table's head. */
  private static List<List<String>> table(String heading) throws IOException {
    return Files.readString(PAGE)
        .lines()
        .dropWhile(line -> !line.equals(heading))
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .map(ScalingPageTest::cells)
        .toList();
  }

  private static List<String> cells(String row) {
    return Arrays.stream(row.substring(1).split("\\|")).map(String::strip).toList();
  }
}
