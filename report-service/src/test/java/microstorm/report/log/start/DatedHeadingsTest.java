package microstorm.report.log.start;

import static microstorm.report.log.Logs.codes;
import static microstorm.report.log.Logs.entries;
import static microstorm.report.log.Logs.hasNoSession;
import static microstorm.report.log.Logs.parse;
import static microstorm.report.log.Logs.render;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.model.ParsedTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates at the beginning of headings, and the sessions to which they lead. */
class DatedHeadingsTest {

  /** Another session has the year. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "## 3/15|-",
        "## 3/15 - Planning|Planning",
        "## 3/15: Planning|Planning",
        "## **3/15** (remote)|(remote)",
        "## 3/15 10:00 Planning|Planning",
        "## 15/3|-",
        "## 15.03. Retro|Retro",
        "## 15.03.: Retro|Retro",
        "## 15.3. Retro|Retro",
        "## 15.03.–16.03. Offsite|16.03. Offsite",
        "## Fr 15.03.: Planung|Planung",
        "## Fr, 15.3. Planung|Planung",
        "## Mar 15 - Planning|Planning",
        "## Mar 15: retro|retro",
        "## 15 Mar – retro|retro",
        "## Mar 15, retro|retro"
      })
  void aTitleMayFollowADateWithoutAYear(String heading, String title) {
    ParsedLog log = restored("## 2024-03-01\n- a\n\n" + heading + "\n- b\n");
    assertThat(dates(log)).containsExactly("2024-03-01", "2024-03-15");
    assertThat(log.sessions().get(1).title()).isEqualTo(title);
    assertThat(codes(log)).contains("4 year-inferred");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## 1/2 day offsite",
        "## 1/2-day offsite",
        "## 24/7 support",
        "## 3/4 of the tests",
        "## 3/15/7: x",
        "## 3.12. Costs",
        "## 1.2. Setup",
        "## 1.2. - Setup",
        "## 3.12.1 Costs",
        "## Version 3.12. is out",
        "## Set 3: exercises",
        "## Mar 15 people",
        "## Notes 3/15: x"
      })
  void numbersThatAreNoDatesAreTitles(String heading) {
    assertThat(hasNoSession("# Notes\n\n" + heading + "\n- a\n")).as(heading).isTrue();
    ParsedLog log = restored("# Retro 2024-03-15\n\n" + heading + "\n- a\n");
    assertThat(log.sessions().get(0).topics()).extracting(ParsedTopic::title).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## 25-03-2021\n- a\n\n## 04-03-2021\n- b\n",
        "## 25/03/2021\n- a\n\n## 04-03-2021\n- b\n",
        "## 25-03-2021\n- a\n\n## 4/3 - x\n- b\n",
        "## 04-03-2021 to 25-03-2021\n- a\n\n## 04-03-2021\n- b\n",
        "## 2021-03-25\n- a\n\n## 04-03-2021\n- done on 13-03-21\n",
        "## 2021-03-25\n- a\n\n## 4/3\n- b\n\n## 15/3\n- b\n"
      })
  void oneDayAboveTwelveShowsTheOrderOfDatesWithDashes(String text) {
    ParsedLog log = restored(text);
    assertThat(dates(log).get(1)).isEqualTo("2021-03-04");
    assertThat(codes(log)).noneMatch(code -> code.contains("ambiguous"));
  }

  /** A contradiction shows nothing. */
  @Test
  void withoutSuchADayTheMonthComesFirst() {
    assertThat(dates(restored("## 04-03-2021\n- a\n"))).containsExactly("2021-04-03");
    assertThat(dates(restored("## 04-03-2021\n- 25-03-2021\n- 03-25-2021\n")))
        .containsExactly("2021-04-03");
    assertThat(dates(restored("## 04-03-2021\n- call 99-01-2021\n"))).containsExactly("2021-04-03");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "## 2024-01-15 10:00 Planning|Planning|10:00",
        "## 2024-01-15, 10.30 Uhr: Planung|Planung|10.30 Uhr",
        "## 2024-01-15 10 Uhr Planung|Planung|10 Uhr",
        "## 2024-01-15 10–12 Uhr Planung|Planung|10–12 Uhr",
        "## 2024-01-15 @ 3pm - Planning|Planning|3pm",
        "## 2024-01-15 (10:00-11:30) Planning|Planning|10:00-11:30",
        "## 2024-01-15 10h30 – 12h00 Planning|Planning|10h30 – 12h00",
        "## 2024-01-15T10:00:00Z|-|T10:00:00Z",
        "## 2024-01-15T10:00:00.123+01:00 Planning|Planning|T10:00:00.123+01:00",
        "## Sprint 4, 2024-01-15 10:00: Planning|Planning|10:00",
        "## Planning 2024-01-15 10:00-11:30 CET|Planning|10:00-11:30 CET",
        "## 2024-01-15 2 topics|2 topics|-",
        "## 2024-01-15 10:00|-|10:00"
      })
  void aTimeBehindTheDateIsNotTheTitle(String heading, String title, String time) {
    ParsedSession session = restored(heading + "\n\n- x\n").sessions().get(0);
    assertThat(session.date()).isEqualTo("2024-01-15");
    assertThat(session.title()).isEqualTo(title);
    assertThat(entries(session))
        .isEqualTo(time == null ? List.of("IDEA x") : List.of("NOTE " + time, "IDEA x"));
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
