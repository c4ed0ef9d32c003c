package microstorm.report.log.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import microstorm.report.log.NastyLogs;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.SessionContent;
import microstorm.report.log.model.SessionOutcome;

/** A random session that was held, with words that look like mark-up. */
final class RandomOutcome {

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

  private RandomOutcome() {}

  /** The session; the same one for the same state of the generator. */
  static SessionContent held(Random random) {
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
            1, "T", LocalDate.of(2026, 1, 2), people(random), live.problem(), null, topics, ideas);
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
}
