package microstorm.report.log.parse;

import static microstorm.report.log.Logs.entries;
import static microstorm.report.log.Logs.hasNoSession;
import static microstorm.report.log.Logs.parse;
import static microstorm.report.log.Logs.render;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import microstorm.report.log.model.ParsedSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of facts above the entries of a session. */
class FactTableTest {

  private static ParsedSession only(String text) {
    List<ParsedSession> sessions = parse(text).sessions();
    assertThat(render(parse(text))).isEqualTo(text);
    assertThat(sessions).hasSize(1);
    return sessions.get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| | |\n|---|---|\n| **Date:** | 9 May 2020 |\n| Attendees | Nora, Ivo |\n",
        "| Date | 2020-05-09 |\n|---|---|\n| Attendees | Nora, Ivo |\n",
        "| Datum | 09.05.2020\n| Teilnehmer | Nora und Ivo\n",
        "|Date|2020-05-09|\n|:--|--:|\n|Participants|[Nora, Ivo]|\n"
      })
  void itsRowsAreFields(String table) {
    ParsedSession session = only("# Retro\n\n" + table + "\n## Ideas\n- x\n");
    assertThat(session.date()).isEqualTo("2020-05-09");
    assertThat(session.participants()).containsExactly("Nora", "Ivo");
    assertThat(session.title()).isEqualTo("Retro");
    assertThat(entries(session)).containsExactly("IDEA x");
  }

  @Test
  void otherRowsAreNotes() {
    ParsedSession session =
        only("# Retro\n\n| Fact | Value |\n|---|---|\n| Date | 2020-05-09 |\n| Room | 5 |\n- x\n");
    assertThat(session.date()).isEqualTo("2020-05-09");
    assertThat(entries(session))
        .containsExactly("NOTE | Fact | Value |", "NOTE | Room | 5 |", "IDEA x");
  }

  @Test
  void theDateOfAHeadingIsTheDate() {
    ParsedSession session = only("# 2020-05-09\n\n| Date | 2020-05-10 |\n- x\n");
    assertThat(session.date()).isEqualTo("2020-05-09");
    assertThat(entries(session)).containsExactly("NOTE | Date | 2020-05-10 |", "IDEA x");
  }

  /**
   * The controls: names of columns, a third cell, a table below an entry, the log's own grammar.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "## 2020-05-09\n\n| Who | What |\n|---|---|\n| Nora | tests |\n",
        "## 2020-05-09\n\n| Attendees | Nora | late |\n",
        "## 2020-05-09\n\n- x\n\n| Attendees | Nora, Ivo |\n",
        "### Session : 1\n\n| Attendees | Nora, Ivo |\n"
      })
  void otherTablesAreNotes(String text) {
    ParsedSession session = only(text);
    assertThat(session.participants()).isEmpty();
    assertThat(entries(session).toString()).contains("NOTE | ");
  }

  @Test
  void aTableWithoutAValidDateStartsNoSession() {
    assertThat(hasNoSession("# Notes\n\n| Date | soon |\n|---|---|\n")).isTrue();
  }
}
