package microstorm.report.log.outcome;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.SessionContent;
import microstorm.report.log.model.SessionOutcome;

/** The content of a session in a form that is equal if the contents are, apart from ids. */
final class OutcomeShape {

  private OutcomeShape() {}

  /** The content with numbers in place of ids. */
  static List<Object> of(SessionContent content) {
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
