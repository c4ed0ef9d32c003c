package microstorm.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import microstorm.report.book.ReportView;
import microstorm.report.document.CsvReport.Table;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReportTest {

  private static final ReportView FULL = SampleReports.full(Locale.ENGLISH).report();

  @Test
  void theIdeasHaveTheirTopicsGroupsAndDots() throws IOException {
    List<CSVRecord> rows = rows(FULL, Table.IDEAS);
    assertThat(rows).hasSize(7);
    CSVRecord first = row(rows, "Send what would be read out **two days before**");
    assertThat(first.get("topic")).isEqualTo("Before the meeting");
    assertThat(first.get("group")).isEqualTo("Shorter by default");
    assertThat(first.get("dots")).isEqualTo("5");
    assertThat(row(rows, "Half the time").get("builds_on")).isEqualTo(first.get("id"));
    assertThat(row(rows, "Standing").get("topic")).isEqualTo("Before the meeting / On paper");
    assertThat(row(rows, "Standing").get("kind")).isEqualTo("comparison");
    assertThat(row(rows, "Read [").get("links")).isEqualTo("https://example.com/meetings?a=1&b=2");
    assertThat(row(rows, "An idea was removed").get("removal")).isEqualTo("taken-down");
  }

  @Test
  void theVotesHaveAColumnForEachCriterion() throws IOException {
    CSVRecord first = row(rows(FULL, Table.VOTES), "Send what");
    assertThat(first.get("dots")).isEqualTo("5");
    assertThat(first.get("mean mark: Costs nothing")).isEqualTo("4.75");
    assertThat(first.get("number of marks: Costs nothing")).isEqualTo("6");
    assertThat(row(rows(FULL, Table.VOTES), "Half").get("dots")).isEqualTo("0");
  }

  @Test
  void theActionsHaveOwnersAndDates() throws IOException {
    List<CSVRecord> rows = rows(FULL, Table.ACTIONS);
    assertThat(rows).hasSize(3);
    assertThat(row(rows, "Move").get("owner")).isEqualTo("Ana");
    assertThat(row(rows, "Move").get("due_on")).isEqualTo("2026-12-04");
    assertThat(row(rows, "Ask for a timer").get("earlier")).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t1",
        "\r1",
        "'=1",
        "＝1",
        "=HYPERLINK(\"http://x\",\"y\")"
      })
  void noCellIsAFormula(String text) throws IOException {
    ReportView report = SampleReports.withIdea(text).report();
    assertThat(rows(report, Table.IDEAS).get(0).get("text")).isEqualTo("'" + text);
    assertThat(rows(report, Table.VOTES).get(0).get("text")).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @CsvSource({
    "a;=1, a;'=1",
    "a;'=1, a;''=1",
    "'a\n-1\r\n@b', 'a\n''-1\r\n''@b'",
    "'a\t＝1', 'a\t''＝1'",
    "'\t=1', '''\t''=1'",
    "a;b = 1, a;b = 1"
  })
  void noPartOfACellIsAFormulaInASpreadsheetThatSplitsCellsElsewhere(String text, String cell)
      throws IOException {
    assertThat(rows(SampleReports.withIdea(text).report(), Table.IDEAS).get(0).get("text"))
        .isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1-1=0", "\"quoted\", with comma\nand line", " =1", "a\u0000b", "😀"})
  void everythingElseStaysAsItIs(String text) throws IOException {
    assertThat(rows(SampleReports.withIdea(text).report(), Table.IDEAS).get(0).get("text"))
        .isEqualTo(text);
  }

  @Test
  void spreadsheetsRecognizeTheEncoding() {
    byte[] csv = CsvReport.render(FULL, Table.IDEAS);
    assertThat(new String(csv, StandardCharsets.UTF_8))
        .startsWith("\uFEFFid,topic")
        .contains("\r\n");
  }

  private static CSVRecord row(List<CSVRecord> rows, String text) {
    return rows.stream().filter(row -> row.get("text").startsWith(text)).findFirst().orElseThrow();
  }

  private static List<CSVRecord> rows(ReportView report, Table table) throws IOException {
    String csv = new String(CsvReport.render(report, table), StandardCharsets.UTF_8).substring(1);
    try (CSVParser parser =
        CSVParser.parse(
            csv, CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return parser.getRecords();
    }
  }
}
