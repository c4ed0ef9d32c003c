package microstorm.report.log.start;

import static microstorm.report.log.Logs.codes;
import static microstorm.report.log.Logs.entries;
import static microstorm.report.log.Logs.parse;
import static microstorm.report.log.Logs.render;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import microstorm.report.log.Logs;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.SessionOutcome;
import microstorm.report.log.parse.LogLimits;
import microstorm.report.log.parse.LogParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneralGrammarTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "## Sprint 12 Retrospective|12|Sprint 12 Retrospective|-",
        "## Meeting #3 (2020-05-09): Budget|3|Budget|2020-05-09",
        "# Minutes of the 4th meeting, 9 May 2020|4|Minutes of the 4th meeting|2020-05-09",
        "## 3. Sitzung am Samstag, 9. Mai 2020|3|3. Sitzung|2020-05-09",
        "## Teamsitzung 7: 09.05.20|7|Teamsitzung 7|2020-05-09",
        "## Réunion n° 4 du 9 mai 2020|4|Réunion n° 4|2020-05-09",
        "## Reunión 5 - 9 de mayo de 2020|5|Reunión 5|2020-05-09",
        "## 6ª Reunião, 9 de maio de 2020|6|6ª Reunião|2020-05-09",
        "## Riunione 8 del 9 maggio 2020|8|Riunione 8|2020-05-09",
        "## Kokous 9: 9. toukokuuta 2020|9|Kokous 9|2020-05-09",
        "## 第10次会议 2020年5月9日|10|第10次会议|2020-05-09",
        "## 第11回 定例会議（2020年5月9日）|11|第11回 定例会議|2020-05-09",
        "## [1.2.0] - 2020-05-09|-|[1.2.0]|2020-05-09",
        "## 1.10.12 – 2020-05-09|-|1.10.12|2020-05-09",
        "**2020-05-09**|-|-|2020-05-09",
        "Saturday, May 9, 2020|-|-|2020-05-09",
        "## Sat 9 May 2020 (remote)|-|(remote)|2020-05-09"
      })
  void readsHeadings(String heading, Integer number, String title, LocalDate date) {
    ParsedSession session = restored(heading + "\n\n- x\n").sessions().get(0);
    assertThat(session.number()).isEqualTo(number);
    assertThat(session.title()).isEqualTo(title);
    assertThat(session.date()).isEqualTo(date);
    assertThat(entries(session)).containsExactly("IDEA x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Present: Nora, Ivo, and Ben",
        "**Attendees:** Nora, Ivo & Ben",
        "*Attendees: Nora, Ivo, Ben*",
        "**Attendees: Nora; Ivo; Ben**",
        "Teilnehmer: Nora, Ivo und Ben",
        "Présents : Nora, Ivo et Ben",
        "Asistentes: Nora, Ivo y Ben",
        "Presentes: Nora, Ivo e Ben",
        "Läsnä: Nora, Ivo ja Ben",
        "参加者：Nora、Ivo、Ben",
        "**参会人员**：Nora，Ivo，Ben",
        "Participants: [Nora, Ivo, Ben]",
        "Participants: (Nora, Ivo and Ben)",
        "Attendees:\n- Nora\n- Ivo\n- Ben",
        "### Attendees\n\n* **Nora**\n* [x] Ivo\n* Ben",
        "### Teilnehmer\n\nNora, Ivo und Ben"
      })
  void readsPeople(String people) {
    ParsedSession session =
        restored("## 2020-05-09\n\n" + people + "\n\n### Ideas\n- x\n").sessions().get(0);
    assertThat(session.participants()).containsExactly("Nora", "Ivo", "Ben");
    assertThat(entries(session)).containsExactly("IDEA x");
  }

  /** The control has sentences in the list. */
  @Test
  void ideasBelowAnEmptyFieldAreNoPeople() {
    ParsedSession session =
        Logs.session("**Participants**:\n\n- we could ask them first\n- Ivo\n\n- b\n");
    assertThat(session.participants()).isEmpty();
    assertThat(session.ideas()).hasSize(3);
  }

  @Test
  void theYearComesFromTheSessionsAround() {
    ParsedLog log =
        restored("## 20 December 2019\n- a\n\n## Friday, January 3\n- b\n\n## Jan 10\n- c\n");
    assertThat(log.sessions())
        .extracting(ParsedSession::date)
        .containsExactly(
            LocalDate.of(2019, 12, 20), LocalDate.of(2020, 1, 3), LocalDate.of(2020, 1, 10));
    assertThat(codes(log)).containsExactly("4 year-inferred", "7 year-inferred");
    ParsedLog alone = restored("## January 3\n- a\n\n## January 10\n- b\n");
    assertThat(alone.sessions()).extracting(ParsedSession::date).containsOnlyNulls();
    assertThat(codes(alone)).containsExactly("1 year-unknown", "4 year-unknown");
  }

  @Test
  void aDayAboveTwelveShowsTheOrderOfAllDates() {
    ParsedLog log = restored("# 04/03/2021\n- a\n# 18/03/2021\n- b\n");
    assertThat(log.sessions())
        .extracting(ParsedSession::date)
        .containsExactly(LocalDate.of(2021, 3, 4), LocalDate.of(2021, 3, 18));
    assertThat(log.warnings()).isEmpty();
    assertThat(codes(restored("# 04/03/2021\n- a\n"))).containsExactly("1 date-ambiguous");
  }

  @Test
  void frontMatterHasTheFieldsOfOneSession() {
    ParsedSession session =
        restored(
                "---\ntitle: \"Retro 5\"\ndate: 2021-05-06\nattendees:\n  - Nora\n  - Ivo\n---\n\n"
                    + "# Retro 5\n\n## Start\n- pairing\n")
            .sessions()
            .get(0);
    assertThat(session.title()).isEqualTo("Retro 5");
    assertThat(session.date()).isEqualTo("2021-05-06");
    assertThat(session.participants()).containsExactly("Nora", "Ivo");
    assertThat(session.topics()).extracting(ParsedTopic::title).containsExactly("Start");
  }

  @Test
  void checkBoxesAreActions() {
    ParsedSession session =
        restored(
                "## 2021-05-06\n\n"
                    + "Present: Nora, Ivo\n\n"
                    + "- [ ] @nora fix it (due: 19 May)\n"
                    + "- [x] Write it - Ivo\n"
                    + "- [ ] **Nora**: ask them bis 20.05.2021\n"
                    + "- [ ] just do\n")
            .sessions()
            .get(0);
    assertThat(session.outcome().actions())
        .extracting(action -> action.owner() + "|" + action.text() + "|" + action.dueOn())
        .containsExactly(
            "nora|fix it|2021-05-19",
            "Ivo|Write it|null",
            "Nora|ask them|2021-05-20",
            "null|just do|null");
    assertThat(session.outcome().actions())
        .extracting(SessionOutcome.Action::state)
        .containsExactly("open", "done", "open", "open");
  }

  @Test
  void aRefusalSaysWhatWasFound() {
    assertThatThrownBy(() -> parse("# My library\n\n## Install\n- one\n- two\n"))
        .hasMessageContaining("\"My library\" on line 1, \"Install\" on line 3")
        .hasMessageContaining("list items: 2")
        .hasMessageContaining("Date: 2026-01-31");
  }

  /** The control has numbers that look like no date. */
  @Test
  void aRefusalSaysWhyAHeadingIsNoDate() {
    assertThatThrownBy(() -> parse("# Notes\n\n## 3/15 Groceries\n- one\n"))
        .hasMessageContaining(
            "\"3/15 Groceries\" on line 3 looks like a date without a year: write the year.");
    assertThatThrownBy(() -> parse("# Notes\n\n## 2021-02-30\n- one\n"))
        .hasMessageContaining("\"2021-02-30\" on line 3 is not a day that exists.");
    assertThatThrownBy(() -> parse("# Notes\n\n## Release 1.10 in 24 hours\n- one\n"))
        .hasMessageNotContainingAny("looks like", "exists");
  }

  /** Headings of the log's own grammar decide alone, as before. */
  @Test
  void aHeadingOfTheOwnGrammarTurnsTheGeneralOneOff() {
    ParsedLog log = restored("## 2020-05-09\n- a\n### Session : 1\n- b\n## 2020-05-10\n- c\n");
    assertThat(log.sessions()).hasSize(1);
    assertThat(log.frame().notes()).containsExactly("- a");
  }

  @Test
  @Timeout(180)
  void longAndManyLinesDoNotHang() {
    LogLimits wide =
        new LogLimits(
            200_000,
            1_000_000,
            1_000_000,
            1_000_000,
            10_000_000,
            10_000_000,
            1_000_000,
            100_000_000,
            1_000);
    for (String mark :
        List.of(
            " ",
            "9 ",
            "2020-05-09 ",
            "May ",
            "9. ",
            "Sprint ",
            "第",
            "(",
            "*",
            "Date: ",
            "- ",
            "[ ] ",
            "a: ",
            "、",
            "\u2013",
            "12/",
            "@",
            "und ",
            "by 9 May ",
            "===",
            "\t")) {
      String line = mark.repeat(1_000_000 / mark.length());
      for (String before : List.of("", "## ", "- [ ] ", "**", "Date: ", "Present: ", "x\n")) {
        String text = "## 2020-05-09\n" + before + line + "\n---\nend\n";
        ParsedLog log = LogParser.parse(Logs.TEAM, text, wide);
        assertThat(render(log)).isEqualTo(text);
      }
    }
    for (String line :
        List.of(
            "## May 9\n",
            "x\n---\n",
            "x:\n- a\n",
            "Attendees:\n",
            "### Present\n\n- Ann\n",
            "- [ ] Ann: x by 9 May\n",
            "- Date:\n",
            "Attendees:\n\n\n- A\n- B\n")) {
      String text = "## 2020-05-09\n" + line.repeat(140_000 / line.length());
      assertThat(render(LogParser.parse(Logs.TEAM, text, wide))).isEqualTo(text);
    }
  }

  private static ParsedLog restored(String text) {
    ParsedLog log = parse(text);
    assertThat(render(log)).isEqualTo(text);
    return log;
  }
}
