package microstorm.report.log.outcome;

import static microstorm.report.log.Logs.entries;
import static microstorm.report.log.Logs.parse;
import static microstorm.report.log.Logs.render;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.model.SessionOutcome;
import microstorm.report.log.render.LogRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The owners of check boxes: the importer finds the people that are named, and invents none. */
class CheckBoxActionsTest {

  private static SessionOutcome.Action action(String people, String task) {
    String text = "## 2021-05-06\n\n" + people + "\n- [ ] " + task + "\n";
    ParsedLog log = parse(text);
    assertThat(render(log)).isEqualTo(text);
    return log.sessions().get(0).outcome().actions().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Update docs: mention the cache",
        "Fix: the build",
        "Agenda item: write it",
        "CI: make it faster",
        "Fix the build (again)",
        "Order boards (two of them)",
        "Book the room (Monday)",
        "Book the room (Urgent)",
        "Aufgabe: den Raum buchen (alle)"
      })
  void wordsThatAreNoNameAreNoOwner(String task) {
    for (String people : new String[] {"", "Present: Nora, Ivo\n"}) {
      SessionOutcome.Action action = action(people, task);
      assertThat(action.owner()).as(people + task).isNull();
      assertThat(action.text()).isEqualTo(task);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nora: measure it|Nora|measure it",
        "Nora Weber: measure it|Nora Weber|measure it",
        "@Ada: measure it|Ada|measure it",
        "@nora measure it|nora|measure it",
        "**Ada**: measure it|Ada|measure it",
        "measure it (Ivo)|Ivo|measure it",
        "measure it (@ivo)|ivo|measure it",
        "measure it @ivo|ivo|measure it",
        "nora: measure it|nora|measure it"
      })
  void peopleOfTheSessionAndMarkedNamesAreOwners(String task, String owner, String text) {
    SessionOutcome.Action action = action("Present: Nora, Ivo Lang\n", task);
    assertThat(action.owner()).isEqualTo(owner);
    assertThat(action.text()).isEqualTo(text);
  }

  /** Case 05 of the shared logs: nobody is named in the session itself. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nora: measure it|Nora",
        "Nora de Vries: measure it|",
        "Nora Weber: measure it|Nora Weber",
        "measure it (Nora)|Nora",
        "measure it (nora)|",
        "王芳：measure it|王芳"
      })
  void withoutPeopleANameMustLookLikeOne(String task, String owner) {
    assertThat(action("", task).owner()).isEqualTo(owner);
  }

  /** Signs are boxes with a mark before them and without one. */
  @Test
  void signsAreCheckBoxes() {
    String text =
        "## 2021-05-06\n\n"
            + "Present: Nora, Ivo\n\n"
            + "\u2610 Book the room\n"
            + "\u2611 Nora: buy pens\n"
            + "- \u2612\uFE0F ask them\n"
            + "  \u2610 with care (Ivo)\n\n"
            + "\u2705 went well\n\n"
            + "\u2705\n"
            + "\u2610\n";
    ParsedLog log = parse(text);
    assertThat(render(log)).isEqualTo(text);
    ParsedSession session = log.sessions().get(0);
    assertThat(entries(session))
        .containsExactly(
            "IDEA \u2610 Book the room",
            "IDEA \u2611 Nora: buy pens",
            "IDEA \u2612\uFE0F ask them",
            "IDEA \u2610 with care (Ivo)",
            "IDEA went well",
            "NOTE \u2705\n\u2610");
    assertThat(session.ideas().get(3).parentId()).isEqualTo(session.ideas().get(2).id());
    assertThat(session.outcome().actions())
        .extracting(action -> action.state() + "|" + action.owner() + "|" + action.text())
        .containsExactly(
            "open|null|Book the room",
            "done|Nora|buy pens",
            "done|null|ask them",
            "open|Ivo|with care");
  }

  /** Their ideas have signs, which were words then. The control is the list of today. */
  @Test
  void outcomesThatEarlierVersionsWroteAreRead() {
    for (String outcome : List.of("- Criterion: cheap\n", OutcomeLines.CHECK_BOXES)) {
      String list = outcome.startsWith("-") ? outcome : "- " + outcome + "\n";
      String text = "### Session : 1\n- \u2610 a\n\n**Outcome**:\n" + list;
      ParsedLog log = parse(text);
      assertThat(render(log)).isEqualTo(text);
      assertThat(log.warnings()).noneMatch(warning -> warning.code().equals("outcome-not-read"));
      SessionOutcome read = log.sessions().get(0).outcome();
      assertThat(read == null ? List.of() : read.actions()).isEmpty();
    }
  }

  /** What replaces removed words has no sign, and needs a mark. */
  @Test
  void anEntryThatLostItsSignIsStillABullet() {
    ParsedSession session = parse("## 2021-05-06\n\u2610 a\n  - b\n").sessions().get(0);
    List<ParsedIdea> ideas =
        session.ideas().stream()
            .map(idea -> idea.parentId() == null ? with(idea, "(removed)") : idea)
            .toList();
    assertThat(LogRenderer.render(session.with(ideas).rendered()))
        .isEqualTo("## 2021-05-06\n- (removed)\n  - b\n");
  }

  private static ParsedIdea with(ParsedIdea idea, String text) {
    return new ParsedIdea(
        idea.id(), idea.topicId(), idea.parentId(), idea.position(), idea.kind(), text);
  }

  /** A person whom the list of people lacks is not the owner without a mark. */
  @ParameterizedTest
  @CsvSource({"Ada: soup", "soup (Ada)"})
  void aNameThatThePeopleLackIsText(String task) {
    assertThat(action("Present: Nora, Ivo\n", task).owner()).isNull();
  }
}
