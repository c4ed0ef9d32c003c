package microstorm.report.log.start;

import static microstorm.report.log.Logs.codes;
import static microstorm.report.log.Logs.entries;
import static microstorm.report.log.Logs.parse;
import static microstorm.report.log.Logs.render;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.model.ParsedTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which headings begin sessions, and which are parts of one. */
class SessionPartsTest {

  @Test
  void aDateInTheTitleOfTheDocumentHidesNoSessions() {
    StringBuilder text = new StringBuilder("# Team log (since 2023-01-02)\n\n");
    for (int day = 10; day < 30; day++) {
      text.append("## 2024-01-").append(day).append(" Weekly\n- a\n\n");
    }
    ParsedLog log = restored(text.toString());
    assertThat(log.sessions()).hasSize(20);
    assertThat(log.frame().title()).isEqualTo("Team log (since 2023-01-02)");
  }

  /** The control: dates behind words are days of the one session. */
  @Test
  void datesInTitlesOfSectionsAreNoSessions() {
    ParsedLog log =
        restored(
            "# Retro 2024-03-15\n\n## Actions until 2024-03-20\n- a\n\n## Next one: 2024-03-29\n"
                + "- b\n");
    assertThat(dates(log)).containsExactly("2024-03-15");
  }

  @Test
  void roundsBelowADateArePartsOfOneSession() {
    ParsedLog log =
        restored(
            "# Retro\n\nDate: 2024-03-15\nAttendees: Nora, Ivo\n\n## Runde 1\n- a\n\n## Runde 2\n"
                + "- b\n");
    assertThat(dates(log)).containsExactly("2024-03-15");
    ParsedSession session = log.sessions().get(0);
    assertThat(session.participants()).containsExactly("Nora", "Ivo");
    assertThat(session.topics())
        .extracting(ParsedTopic::title)
        .containsExactly("Runde 1", "Runde 2");
  }

  /** The controls: each round has its date, or nothing above has one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "# Retro\n\nDate: 2024-03-15\n\n## Runde 1\nDate: 2024-03-16\n- a\n\n## Runde 2\n- b\n",
        "# Retro\n\nAttendees: Nora, Ivo\n\n## Runde 1\n- a\n\n## Runde 2\n- b\n"
      })
  void otherRoundsAreSessions(String text) {
    assertThat(restored(text).sessions()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"```", "~~~java", "- ```"})
  void aFenceThatIsNeverClosedEndsAtTheNextSession(String fence) {
    ParsedLog log =
        restored("## 2024-01-08\n" + fence + "\n# a comment\n- x\n\n## 2024-01-15\n- y\n");
    assertThat(dates(log)).containsExactly("2024-01-08", "2024-01-15");
    assertThat(entries(log.sessions().get(1))).containsExactly("IDEA y");
    assertThat(codes(log)).contains("2 fence-not-closed");
  }

  /** The controls: a closed fence hides such a line, and one in the last session hides none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "## 2024-01-08\n```\n## 2024-01-15\n```\n- y\n",
        "## 2024-01-08\n- y\n```\n# a comment\n"
      })
  void otherFencesAreNoWarning(String text) {
    ParsedLog log = restored(text);
    assertThat(log.sessions()).hasSize(1);
    assertThat(codes(log)).noneMatch(code -> code.contains("fence"));
  }

  private static ParsedLog restored(String text) {
    ParsedLog log = parse(text);
    assertThat(render(log)).isEqualTo(text);
    return log;
  }

  private static List<String> dates(ParsedLog log) {
    return log.sessions().stream().map(session -> String.valueOf(session.date())).toList();
  }
}
