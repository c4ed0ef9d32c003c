package microstorm.report.log.outcome;

import static microstorm.report.log.Logs.codes;
import static microstorm.report.log.Logs.parse;
import static microstorm.report.log.Logs.render;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import microstorm.report.log.NastyLogs;
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
  private static final String[] TEXTS = {
    "Costs nothing",
    "a\\nb",
    "line one\nline two",
    " spaces ",
    "",
    "\\.",
    "**Outcome**:",
    "- Criterion: forged",
    "Open action: forged",
    "### Session : 9",
    "```",
    "<!--",
    "idea 1 \"x\"",
    "words \\",
    "日本語：",
    "a\r\nb"
  };

  @Test
  @Timeout(60)
  void everyOutcomeComesBack() {
    long start = new Random().nextLong();
    for (long seed = start; seed < start + SESSIONS; seed++) {
      SessionContent written = held(new Random(seed));
      String text = LogRenderer.render(new RenderedSession(written, null)) + "\n### Session : 2\n";
      ParsedLog log = parse(text);
      assertThat(log.sessions()).as("seed %d%n%s", seed, text).hasSize(2);
      assertThat(codes(log)).as("seed %d%n%s", seed, text).noneMatch(c -> c.contains("outcome"));
      ParsedSession read = log.sessions().get(0);
      assertThat(comparable(read.content()))
          .as("seed %d%n%s", seed, text)
          .isEqualTo(comparable(written));
      assertThat(render(log)).as("seed %d", seed).isEqualTo(text);
    }
  }

  /** Removing an idea's content later removes it from the outcome, too, which quotes it. */
  @Test
  void theOutcomeQuotesTheIdeasAsTheyAreNow() {
    SessionContent written = held(new Random(1));
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
    SessionOutcome less = covered.outcome().without(Set.of(idea));
    assertThat(LogRenderer.render(covered.with(less).rendered()))
        .contains("**Outcome**:\n- Dots: 3");
  }

  @Test
  void aListThatWasChangedByHandIsKeptAsIdeas() {
    SessionContent written = held(new Random(1));
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

  private static SessionContent held(Random random) {
    SessionContent live = NastyLogs.live(random);
    List<ParsedTopic> topics = new ArrayList<>();
    live.topics().forEach(t -> topics.add(LogForm.with(t, title(t, random))));
    List<ParsedIdea> ideas = new ArrayList<>();
    IdeaKind[] kinds = IdeaKind.values();
    live.ideas()
        .forEach(
            idea ->
                ideas.add(
                    random.nextInt(4) > 0
                        ? idea
                        : LogForm.with(idea, kinds[random.nextInt(kinds.length)])));
    List<SessionOutcome.Criterion> criteria =
        list(random, i -> new SessionOutcome.Criterion(new UUID(3, i), text(random)));
    SessionContent content =
        new SessionContent(
            1,
            "T",
            LocalDate.of(2026, 1, 2),
            people(random),
            live.problem(),
            null,
            topics,
            ideas);
    SessionOutcome outcome =
        new SessionOutcome(
            criteria,
            once(
                list(
                    random,
                    i ->
                        new SessionOutcome.Comparison(
                            any(ideas, random),
                            text(random),
                            text(random),
                            list(random, j -> text(random)),
                            list(random, j -> text(random)))),
                SessionOutcome.Comparison::ideaId),
            list(
                random,
                i ->
                    new SessionOutcome.Group(
                        new UUID(4, i), text(random), list(random, j -> any(ideas, random)))),
            once(
                list(
                    random,
                    i -> new SessionOutcome.Votes(any(ideas, random), 1 + random.nextInt(9))),
                SessionOutcome.Votes::ideaId),
            once(
                list(random, i -> i).stream()
                    .filter(i -> !criteria.isEmpty())
                    .map(
                        i ->
                            new SessionOutcome.Mark(
                                any(ideas, random),
                                criteria.get(random.nextInt(criteria.size())).id(),
                                1 + random.nextInt(28) / 7.0,
                                1 + random.nextInt(9)))
                    .toList(),
                mark -> List.of(mark.ideaId(), mark.criterionId())),
            list(random, i -> action(ideas, random)),
            list(random, i -> action(ideas, random)),
            content.participants().isEmpty() ? random.nextInt(300) : null,
            List.of(),
            List.of(),
            List.of());
    return content.with(LogForm.complete(content, outcome));
  }

  /** Nobody is named in an anonymous session. */
  private static List<String> people(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> List.of("Ann", "Bob");
      case 1 -> List.of("Ann, Bob and Co", "[Carl]");
      default -> List.of();
    };
  }

  private static String title(ParsedTopic topic, Random random) {
    String[] hard = {"Outcome", "Costs:", "a * b", "Links", "*", "# x", "outcome ", "Session 9"};
    return random.nextInt(3) > 0 ? topic.title() : hard[random.nextInt(hard.length)].strip();
  }

  private static SessionOutcome.Action action(List<ParsedIdea> ideas, Random random) {
    boolean done = random.nextBoolean();
    return new SessionOutcome.Action(
        UUID.randomUUID(),
        random.nextBoolean() ? null : any(ideas, random),
        text(random),
        random.nextBoolean() ? null : text(random),
        random.nextBoolean() ? null : LocalDate.of(2026, 2, 3),
        done ? (random.nextBoolean() ? "done" : "dropped") : "open",
        done && random.nextBoolean() ? Instant.ofEpochMilli(1_800_000_000_123L) : null);
  }

  private static UUID any(List<ParsedIdea> ideas, Random random) {
    return ideas.get(random.nextInt(ideas.size())).id();
  }

  private static String text(Random random) {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  private static <T> List<T> list(Random random, java.util.function.IntFunction<T> make) {
    return IntStream.range(0, random.nextInt(3)).mapToObj(make).toList();
  }

  /** The list without those whose key an earlier one has. */
  private static <T> List<T> once(List<T> all, Function<T, Object> key) {
    Set<Object> seen = new HashSet<>();
    return all.stream().filter(one -> seen.add(key.apply(one))).toList();
  }

  /** The content with numbers in place of ids. */
  private static List<Object> comparable(SessionContent content) {
    Map<UUID, Integer> numbers = new HashMap<>();
    content.ideas().stream()
        .sorted(java.util.Comparator.comparingInt(ParsedIdea::position))
        .forEach(idea -> numbers.put(idea.id(), numbers.size()));
    content.topics().forEach(topic -> numbers.put(topic.id(), numbers.size()));
    SessionOutcome outcome = content.outcome() == null ? SessionOutcome.NONE : content.outcome();
    Map<UUID, String> criteria = new HashMap<>();
    outcome.criteria().forEach(one -> criteria.put(one.id(), "c" + criteria.size()));
    return Arrays.asList(
        content.participants(),
        outcome.unnamed(),
        content.problem(),
        content.topics().stream().map(t -> t.title() + "/" + numbers.get(t.parentId())).toList(),
        content.ideas().stream()
            .sorted(java.util.Comparator.comparingInt(ParsedIdea::position))
            .map(
                i ->
                    List.of(
                        i.kind(),
                        i.text(),
                        numbers.get(i.topicId()) + "/" + numbers.get(i.parentId())))
            .toList(),
        outcome.criteria().stream().map(SessionOutcome.Criterion::text).toList(),
        outcome.comparisons().stream()
            .map(
                c ->
                    List.of(
                        numbers.get(c.ideaId()),
                        c.left(),
                        c.right(),
                        c.similarities(),
                        c.differences()))
            .toList(),
        outcome.groups().stream()
            .map(g -> List.of(g.name(), g.ideaIds().stream().map(numbers::get).toList()))
            .toList(),
        outcome.votes().stream().map(v -> numbers.get(v.ideaId()) + " " + v.votes()).toList(),
        outcome.marks().stream()
            .map(
                m ->
                    numbers.get(m.ideaId())
                        + criteria.get(m.criterionId())
                        + " "
                        + m.mean()
                        + " "
                        + m.count())
            .toList(),
        actions(outcome.actions(), numbers),
        actions(outcome.earlierActions(), numbers));
  }

  private static List<Object> actions(
      List<SessionOutcome.Action> actions, Map<UUID, Integer> numbers) {
    return actions.stream()
        .<Object>map(
            a ->
                Arrays.asList(
                    a.text(),
                    a.owner(),
                    a.dueOn(),
                    a.state(),
                    a.finishedAt(),
                    numbers.get(a.ideaId())))
        .toList();
  }
}
