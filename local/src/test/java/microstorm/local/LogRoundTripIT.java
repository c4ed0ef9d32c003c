package microstorm.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A log passes through all three services and is exported unchanged. */
class LogRoundTripIT {

  private static final String SESSION =
      "### Session : 1\n\n**Date**: 2020-05-09\n\n**Title**: Title\n\n";

  private final TestTeam team = TestTeam.of(SharedSystem.get());

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String sample() throws IOException {
    return Files.readString(SharedSystem.sample());
  }

  @Test
  void theSampleLogIsExportedByteForByte() throws IOException {
    JsonPath status = team.imported(bytes(sample()));
    assertThat(team.export()).isEqualTo(sample());
    assertThat(status.getInt("sessions.parsed")).isEqualTo(4);
    assertThat(status.getInt("sessions.created")).isEqualTo(4);
    assertThat(status.getInt("sessions.complete")).isEqualTo(4);
    assertThat(status.getInt("ideas.complete")).isEqualTo(status.getInt("ideas.parsed"));
    assertThat(status.getList("warnings.code"))
        .containsExactly("weekday-mismatch", "mojibake", "number-twice");
  }

  @Test
  void theSessionsOfTheSampleLogAreReportsWithTopicsIdeasAndLinks() throws IOException {
    team.imported(bytes(sample()));
    JsonPath dask = team.report(team.sessions().get(3));
    assertThat(dask.getString("title")).isEqualTo("Dask Parallel Data Processing");
    assertThat(dask.getString("heldOn")).isEqualTo("2020-05-07");
    assertThat(dask.getList("participants.name")).containsExactly("Raja CSP", "Suresh");
    assertThat(dask.getList("topics.title"))
        .containsExactly("Dask parallel data processing", "Ray Hyperparameter Tuning");
    assertThat(dask.getList("topics[0].ideas")).hasSize(7);
    assertThat(dask.getString("topics[0].ideas[4].links[0].title"))
        .isEqualTo("Dask Tensorflow support");
    JsonPath compose = team.report(team.sessions().get(1));
    assertThat(compose.getString("topics[0].title")).isEqualTo("Docker Compose vs Kubernetes");
    assertThat(compose.getList("topics[0].topics.title"))
        .containsExactly("Docker Compose", "Kubernetes");
    assertThat(compose.getList("topics[0].topics[0].ideas[1].ideas")).hasSize(4);
    assertThat(compose.getList("participants.name"))
        .containsExactly("Raja CSP", "Suresh", "Murali");
  }

  @Test
  void aReportIsItsPartOfTheLog() throws IOException {
    team.imported(bytes(sample()));
    String report =
        team.owner()
            .accept("text/markdown")
            .get("/api/reports/{id}", team.sessions().get(2))
            .asString();
    assertThat(report).startsWith("### Session : 2");
    assertThat(sample()).contains(report.strip());
  }

  static Stream<Arguments> oddLogs() {
    return Stream.of(
        Arguments.of(
            "CRLF and BOM", "\uFEFF# Log\r\n\r\n" + SESSION.replace("\n", "\r\n") + "- a\r\n"),
        Arguments.of("no newline at the end", SESSION + "- a"),
        Arguments.of("other bullets", SESSION + "* a\n  + b\n    * c\n1. d\n2) e\n"),
        Arguments.of("tabs and gaps", SESSION + "-\ta  \n\t- b\t\n\n\n\n- c\n\n"),
        Arguments.of("a table", SESSION + "| a | b |\n|---|---|\n| 1 | 2 |\n\n- c\n"),
        Arguments.of("code", SESSION + "```\n### Session : 9\n- no idea\n```\n- c\n"),
        Arguments.of("prose", SESSION + "Some words\nover two lines.\n\nAnd more.\n"),
        Arguments.of("no fields", "### Session : 1\n- a\n\n## Session 7: With a title\n- b\n"),
        Arguments.of("empty sessions", "# Session 1\n# Session 2\n# Session 3\n"),
        Arguments.of("twice the same", SESSION + "- a\n- a\n\n" + SESSION + "- a\n"),
        Arguments.of("unicode", SESSION + "- naïve 日本語 🧠 e\u0301 \u200f\n- ‘“quotes”’\n"),
        Arguments.of("quotes", SESSION + "\"unclosed\n> cited\n- \"idea\"\n"),
        Arguments.of(
            "out of order", SESSION + "- a\n### Session : 0\n**Date**: 1 Jan 1999\n- b\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oddLogs")
  void logsOfOtherFormatsAreExportedByteForByte(String name, String log) {
    team.imported(bytes(log));
    assertThat(team.export()).as(name).isEqualTo(log);
  }

  @Test
  void theSameLogAgainChangesNothing() throws IOException {
    team.imported(bytes(sample()));
    List<Long> before = boardNumbers();
    JsonPath again = team.imported(bytes(sample()));
    assertThat(again.getString("message")).startsWith("Nothing to do");
    assertThat(boardNumbers()).isEqualTo(before);
    assertThat(team.export()).isEqualTo(sample());
  }

  @Test
  void aLaterEditionAddsNewSessionsAndUpdatesChangedOnes() throws IOException {
    team.imported(bytes(sample()));
    List<Long> before = boardNumbers();
    String later =
        sample()
                .replace("- Similar to Luigi\n", "- Similar to Luigi\n- and to Airflow\n")
                .replace("- Parallel with Numpy\n", "")
                .stripTrailing()
            + "\n\n\n### Session : 4\n\n**Date**: June 02, 2020 - Tuesday\n\n**Title**: New\n\n- x\n";
    JsonPath status = team.imported(bytes(later));
    assertThat(team.export()).isEqualTo(later);
    assertThat(status.getInt("sessions.added")).isEqualTo(1);
    assertThat(status.getInt("sessions.changed")).isEqualTo(1);
    assertThat(status.getInt("sessions.unchanged")).isEqualTo(3);
    assertThat(status.getString("changes[0].details"))
        .contains("and to Airflow", "Parallel with Numpy");
    assertThat(team.sessions()).hasSize(5);
    assertThat(boardNumbers().subList(1, 4)).isEqualTo(before.subList(0, 3));
  }

  @Test
  void sessionsOfAPartialLogJoinTheLogBook() throws IOException {
    team.imported(bytes(sample()));
    team.imported(bytes("### Session : 9\n\n**Date**: 2020-06-03\n\n**Title**: Alone\n\n- x\n"));
    assertThat(team.export().stripTrailing())
        .startsWith(sample().stripTrailing())
        .endsWith("\n\n### Session : 9\n\n**Date**: 2020-06-03\n\n**Title**: Alone\n\n- x");
  }

  /** The sequence number of each board's last change, which would grow with any repeated event. */
  private List<Long> boardNumbers() {
    return team.sessions().stream().map(session -> team.board(session).getLong("seq")).toList();
  }
}
