package microstorm.report.log.outcome;

import static microstorm.report.log.Logs.codes;
import static microstorm.report.log.Logs.parse;
import static microstorm.report.log.Logs.render;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.RenderedSession;
import microstorm.report.log.model.SessionContent;
import microstorm.report.log.model.SessionOutcome;
import microstorm.report.log.render.LogRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session that was held is written into a log with its outcome, and read again. */
class OutcomeRoundTripTest {
  private static final int SESSIONS = 3_000;

  @Test
  @Timeout(180)
  void everyOutcomeComesBack() {
    long start = new Random().nextLong();
    for (long seed = start; seed < start + SESSIONS; seed++) {
      SessionContent written = RandomOutcome.held(new Random(seed));
      String text = LogRenderer.render(new RenderedSession(written, null)) + "\n### Session : 2\n";
      ParsedLog log = parse(text);
      assertThat(log.sessions()).as("seed %d%n%s", seed, text).hasSize(2);
      assertThat(codes(log)).as("seed %d%n%s", seed, text).noneMatch(c -> c.contains("outcome"));
      ParsedSession read = log.sessions().get(0);
      assertThat(OutcomeShape.of(read.content()))
          .as("seed %d%n%s", seed, text)
          .isEqualTo(OutcomeShape.of(written));
      assertThat(render(log)).as("seed %d", seed).isEqualTo(text);
    }
  }

  /** Removing an idea's content later removes it from the outcome, too, which quotes it. */
  @Test
  void theOutcomeQuotesTheIdeasAsTheyAreNow() {
    SessionContent written = RandomOutcome.held(new Random(1));
    ParsedSession read =
        parse(LogRenderer.render(new RenderedSession(written, null))).sessions().get(0);
    UUID idea = read.ideas().get(0).id();
    SessionOutcome votes =
        new SessionOutcome(
            List.of(),
            List.of(),
            List.of(),
            List.of(new SessionOutcome.Votes(idea, 3)),
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of());
    String text =
        LogRenderer.render(
            new RenderedSession(
                read.with(secret(read, idea, "a secret")).content().with(votes), null));
    assertThat(text).contains("Dots: 3 for idea 1 \"a secret\"");
    ParsedSession again = parse(text).sessions().get(0);
    ParsedSession covered = again.with(secret(again, again.ideas().get(0).id(), "removed"));
    assertThat(LogRenderer.render(covered.rendered()))
        .doesNotContain("a secret")
        .contains("Dots: 3 for idea 1 \"removed\"");
    SessionOutcome less = covered.outcome().without(Set.of(idea), Set.of(idea));
    assertThat(LogRenderer.render(covered.with(less).rendered()))
        .contains("**Outcome**:\n- Dots: 3");
  }

  @Test
  void aListThatWasChangedByHandIsKeptAsIdeas() {
    SessionContent written = RandomOutcome.held(new Random(1));
    String text = LogRenderer.render(new RenderedSession(written, null));
    ParsedLog log =
        parse(text.replace("**Outcome**:\n", "**Outcome**:\n- Dots: 3 for idea 99 \"x\"\n"));
    assertThat(codes(log)).anyMatch(code -> code.endsWith("outcome-not-read"));
    assertThat(log.sessions().get(0).topics())
        .last()
        .extracting(ParsedTopic::title)
        .isEqualTo("Outcome");
    assertThat(log.sessions().get(0).content().outcome()).isNull();
  }

  /** Lines that no session writes, which would break a report. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "- Dots: 3 for idea 1 \"x\"\n- Dots: 2 for idea 1 \"x\"",
        "- Dots: 0 for idea 1 \"x\"",
        "- People: 07, without names",
        "- People: 7",
        "- People: 7, without names\n- Person: Ann",
        "- Comparison: idea 1 \"x\"\n  of: a\n  with: b\n- Comparison: idea 1 \"x\"\n  of: c\n  with: d",
        "- Criterion: c\n- Mark: 9.9 from 1 for criterion 1 and idea 1 \"x\""
      })
  void linesThatNoSessionWritesAreKeptAsIdeas(String lines) {
    String text =
        "### Session : 1\n\n**Date**: January 02, 2026 - Friday\n\n**Title**: T\n\n- x\n\n**Outcome**:\n"
            + lines
            + "\n";
    ParsedLog log = parse(text);
    assertThat(codes(log)).anyMatch(code -> code.endsWith("outcome-not-read"));
    assertThat(render(log)).isEqualTo(text);
  }

  private static List<ParsedIdea> secret(ParsedSession session, UUID idea, String text) {
    return session.ideas().stream()
        .map(
            one ->
                one.id().equals(idea)
                    ? new ParsedIdea(
                        one.id(),
                        one.topicId(),
                        one.parentId(),
                        one.position(),
                        IdeaKind.IDEA,
                        text)
                    : one)
        .toList();
  }
}
