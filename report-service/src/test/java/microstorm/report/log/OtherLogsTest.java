package microstorm.report.log;

import static microstorm.report.log.Logs.codes;
import static microstorm.report.log.Logs.entries;
import static microstorm.report.log.Logs.parse;
import static microstorm.report.log.Logs.render;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.SessionOutcome;
import org.junit.jupiter.api.Test;

/** Logs of other teams, each of which stands for a kind. */
class OtherLogsTest {

  @Test
  void aWordBeforeSession() {
    ParsedSession session = only("01-word-before-session");
    assertThat(session.title()).isEqualTo("Brainstorming Session #1");
    assertThat(session.number()).isEqualTo(1);
    assertThat(session.date()).isEqualTo("2023-12-14");
    assertThat(session.participants()).containsExactly("Nora", "Ivo");
    assertThat(titles(session)).containsExactly("Purpose", "Gaps");
    ParsedIdea nobody = idea(session, "Nobody knows the release steps");
    assertThat(session.ideas())
        .filteredOn(idea -> nobody.id().equals(idea.parentId()))
        .extracting(ParsedIdea::text)
        .containsExactly("where the keys are", "who may sign");
  }

  @Test
  void datedHeadings() {
    ParsedLog log = read("02-dated-headings");
    assertThat(dates(log)).containsExactly("2020-04-02", "2020-03-25");
    assertThat(log.sessions())
        .extracting(ParsedSession::participants)
        .containsExactly(List.of("Nora", "Ivo"), List.of("Nora"));
    assertThat(titles(log.sessions().get(0))).containsExactly("Cache");
    assertThat(log.frame().title()).isEqualTo("Working group notes");
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void datesInTheHeadingsOfSessions() {
    ParsedLog log = read("03-date-in-session-heading");
    assertThat(log.sessions()).extracting(ParsedSession::number).containsExactly(11, 12);
    assertThat(dates(log)).containsExactly("2021-02-25", "2021-03-04");
    assertThat(log.sessions().get(1).title()).isEqualTo("Shorter builds");
    assertThat(codes(log)).noneMatch(code -> code.contains("date"));
  }

  @Test
  void attendeesAsAList() {
    ParsedSession session = only("04-attendees-as-list");
    assertThat(session.participants()).containsExactly("Nora", "Ivo");
    assertThat(titles(session)).containsExactly("Ideas");
    assertThat(entries(session)).containsExactly("IDEA a map of the code");
  }

  @Test
  void sectionsOnTheLevelOfTheSession() {
    ParsedSession session = only("05-columns-on-session-level");
    assertThat(titles(session)).containsExactly("Went well", "To improve", "Actions");
    assertThat(session.topics())
        .extracting(topic -> entriesOf(session, topic))
        .containsExactly(1L, 1L, 2L);
    assertThat(session.outcome().actions())
        .extracting(
            SessionOutcome.Action::text,
            SessionOutcome.Action::owner,
            SessionOutcome.Action::dueOn,
            SessionOutcome.Action::state)
        .containsExactly(
            tuple("measure the build", "Nora", LocalDate.of(2021, 4, 1), "open"),
            tuple("book the room", "Ivo", null, "done"));
  }

  @Test
  void wrappedBullets() {
    ParsedSession session = only("06-wrapped-bullets");
    assertThat(entries(session))
        .containsExactly(
            "IDEA an idea that the editor wrapped\nat eighty columns",
            "IDEA a detail of it",
            "IDEA the next idea");
    assertThat(session.ideas().get(1).parentId()).isEqualTo(session.ideas().get(0).id());
  }

  @Test
  void headingsWithUnderlines() {
    ParsedLog log = read("07-setext-headings");
    assertThat(dates(log)).containsExactly("2021-04-15", "2021-04-01");
    assertThat(entries(log.sessions().get(0)))
        .containsExactly("IDEA agenda", "IDEA who reads what");
  }

  @Test
  void oneFileIsOneSession() {
    ParsedSession session = only("08-one-file-one-session");
    assertThat(session.title()).isEqualTo("Brainstorming Results: Lunch App");
    assertThat(session.date()).isEqualTo("2026-01-05");
    assertThat(session.participants()).containsExactly("Nora", "Ivo");
    assertThat(titles(session)).containsExactly("Summary", "Ideas");
    assertThat(entries(session))
        .containsExactly(
            "NOTE **Facilitator:** Nora",
            "NOTE **Topic:** What an app for lunch could do",
            "IDEA Vote for a place",
            "IDEA Split the bill");
  }

  @Test
  void bulletsOfOtherEditors() {
    assertThat(entries(only("09-bullets-of-other-editors")))
        .containsExactly(
            "IDEA first",
            "IDEA second",
            "IDEA third",
            "IDEA fourth without a space",
            "IDEA 五つ目",
            "IDEA sixth");
  }

  @Test
  void aTableIsOneEntryHoweverLong() {
    StringBuilder text = new StringBuilder("## Session 10 - Measured\n\n**Date**: 2021-05-13\n\n");
    text.append("- see the table\n\n| run | value |\n|---|---|\n");
    for (int i = 0; i < 3_000; i++) {
      text.append("| ").append(i).append(" | measured value ").append(7 * i).append(" |\n");
    }
    ParsedLog log = restored(text + "\n## Session 11 - After it\n\n- more\n");
    assertThat(log.sessions()).hasSize(2);
    assertThat(log.sessions().get(0).ideas()).hasSize(2);
    assertThat(log.sessions().get(0).ideas().get(1).text()).endsWith("value 20993 |");
  }

  @Test
  void datesInTwelveForms() {
    ParsedLog log = read("11-dates-not-read");
    assertThat(dates(log)).hasSize(12).containsOnly("2020-05-09");
    assertThat(codes(log)).noneMatch(code -> code.contains("invalid"));
  }

  @Test
  void otherLanguages() {
    ParsedLog log = read("12-other-languages");
    assertThat(dates(log)).containsExactly("2017-03-22", "2017-03-29");
    assertThat(log.sessions())
        .extracting(ParsedSession::participants)
        .containsOnly(List.of("Nora", "Ivo"));
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void labelsAndRules() {
    ParsedSession session = only("15-label-lines-and-rules");
    assertThat(titles(session)).containsExactly("Things to try", "Open questions");
    assertThat(session.topics())
        .extracting(topic -> entriesOf(session, topic))
        .containsExactly(2L, 1L);
  }

  private static ParsedSession only(String name) {
    ParsedLog log = read(name);
    assertThat(log.sessions()).hasSize(1);
    return log.sessions().get(0);
  }

  private static ParsedLog read(String name) {
    try (InputStream file = OtherLogsTest.class.getResourceAsStream("/logs/" + name + ".md")) {
      return restored(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ParsedLog restored(String text) {
    ParsedLog log = parse(text);
    assertThat(render(log)).isEqualTo(text);
    return log;
  }

  private static List<String> dates(ParsedLog log) {
    return log.sessions().stream().map(session -> String.valueOf(session.date())).toList();
  }

  private static List<String> titles(ParsedSession session) {
    return session.topics().stream().map(ParsedTopic::title).toList();
  }

  private static ParsedIdea idea(ParsedSession session, String text) {
    return session.ideas().stream()
        .filter(idea -> idea.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static long entriesOf(ParsedSession session, ParsedTopic topic) {
    UUID id = topic.id();
    return session.ideas().stream().filter(idea -> id.equals(idea.topicId())).count();
  }
}
