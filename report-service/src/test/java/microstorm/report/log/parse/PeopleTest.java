package microstorm.report.log.parse;

import static microstorm.report.log.Logs.codes;
import static microstorm.report.log.Logs.entries;
import static microstorm.report.log.Logs.parse;
import static microstorm.report.log.Logs.render;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The people of a session: names, or only their number. */
class PeopleTest {

  private static ParsedLog log(String line) {
    String text = "## 2020-05-09\n\n" + line + "\n\n- x\n";
    ParsedLog log = parse(text);
    assertThat(render(log)).isEqualTo(text);
    return log;
  }

  private static ParsedSession session(String line) {
    return log(line).sessions().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nora (PM, remote), Ivo|Nora (PM, remote);Ivo",
        "Nora (PM and remote) and Ivo|Nora (PM and remote);Ivo",
        "Nora [PM; (remote, late)], Ivo|Nora [PM; (remote, late)];Ivo",
        "Nora（PM、remote）、Ivo|Nora（PM、remote）;Ivo",
        "Nora (PM, Ivo|Nora (PM;Ivo",
        "Nora PM), Ivo|Nora PM);Ivo",
        "Nora (PM), Ivo (remote, late|Nora (PM);Ivo (remote;late",
        "(Nora, Ivo), Ben|(Nora;Ivo);Ben"
      })
  void separatorsInBracketsBehindANameBelongToIt(String people, String names) {
    assertThat(session("Attendees: " + people).participants())
        .containsExactly(names.split(";(?! \\()"));
  }

  @Test
  void aNumberIsTheNumberOfPeople() {
    ParsedSession session = session("Participants: 8");
    assertThat(session.participants()).isEmpty();
    assertThat(session.outcome().unnamed()).isEqualTo(8);
    assertThat(entries(session)).containsExactly("IDEA x");
    assertThat(session("**Teilnehmer:** 12").outcome().unnamed()).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Everyone", "N/A", "-", "?", "alle", "—", "+3", "TBD"})
  void whatIsNoPersonIsANote(String value) {
    ParsedLog log = log("Participants: " + value);
    ParsedSession session = log.sessions().get(0);
    assertThat(session.participants()).isEmpty();
    assertThat(session.outcome()).isNull();
    assertThat(entries(session)).containsExactly("NOTE Participants: " + value, "IDEA x");
    assertThat(codes(log)).containsExactly("3 kept-as-note");
  }

  /** The controls: the number of a person, and names with words that are no person. */
  @ParameterizedTest
  @ValueSource(strings = {"R2", "104533", "Alle Meyer", "Team Red"})
  void otherNamesArePeople(String name) {
    assertThat(session("Participants: " + name).participants()).isEqualTo(List.of(name));
  }

  @Test
  void aListOfPeopleHasOnlyPeople() {
    ParsedSession session = session("### Attendees\n- Everyone");
    assertThat(session.participants()).isEmpty();
    assertThat(entries(session)).contains("IDEA Everyone");
  }

  /** Their boxes are no tasks. */
  @Test
  void aListOfPeopleMayHaveBoxes() {
    ParsedSession session = session("### Attendees\n\u2611 Nora\n\u2610 Ivo\n- \u2611 Ben");
    assertThat(session.participants()).containsExactly("Nora", "Ivo", "Ben");
    assertThat(session.outcome()).isNull();
  }
}
