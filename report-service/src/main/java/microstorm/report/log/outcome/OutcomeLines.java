package microstorm.report.log.outcome;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.SessionOutcome;

/**
 * Writes the outcome of a session as a list. Each outcome has one form, so that a list is an
 * outcome if and only if writing what was read from it yields the same lines.
 */
public final class OutcomeLines {
  /** The line above the list. */
  public static final String LABEL = "**Outcome**:";

  static final String NESTED = "  ";
  static final String UNNAMED = ", without names";
  static final String CHECK_BOXES = "Check boxes of this session are ideas";

  private final Map<UUID, Integer> topics = new HashMap<>();
  private final Map<UUID, Integer> ideas = new HashMap<>();
  private final Map<UUID, Integer> criteria = new HashMap<>();
  private final List<ParsedIdea> inOrder;
  private final List<String> lines = new ArrayList<>();

  private OutcomeLines(List<ParsedTopic> topics, List<ParsedIdea> ideas) {
    this.inOrder = ideas;
    topics.forEach(topic -> this.topics.put(topic.id(), this.topics.size() + 1));
    ideas.forEach(idea -> this.ideas.put(idea.id(), this.ideas.size() + 1));
  }

  /**
   * The lines without bullets; a line that begins with two spaces belongs to the one above.
   *
   * @param outcome null means none
   * @param topics in the order of the log
   * @param ideas in the order of the log
   */
  public static List<String> of(
      SessionOutcome outcome, List<ParsedTopic> topics, List<ParsedIdea> ideas) {
    return new OutcomeLines(topics, ideas).write(outcome == null ? SessionOutcome.NONE : outcome);
  }

  /** The line with its bullet. */
  public static String bullet(String line) {
    return line.startsWith(NESTED) ? NESTED + "- " + line.substring(2) : "- " + line;
  }

  private List<String> write(SessionOutcome outcome) {
    if (outcome.unnamed() != null) {
      lines.add("People: " + outcome.unnamed() + UNNAMED);
    }
    outcome.people().forEach(name -> add("Person: ", name));
    outcome
        .titles()
        .forEach(
            title -> {
              if (topics.containsKey(title.topicId())) {
                add("Topic " + topics.get(title.topicId()) + ": ", title.title());
              }
            });
    outcome
        .kinds()
        .forEach(
            kind ->
                refer("Kind " + kind.kind().name().toLowerCase(Locale.ROOT) + ": ", kind.ideaId()));
    for (SessionOutcome.Criterion criterion : outcome.criteria()) {
      criteria.put(criterion.id(), criteria.size() + 1);
      add("Criterion: ", criterion.text());
    }
    outcome.comparisons().forEach(this::comparison);
    outcome.groups().forEach(this::group);
    outcome.votes().forEach(idea -> refer("Dots: " + idea.votes() + " for ", idea.ideaId()));
    outcome.marks().forEach(this::mark);
    outcome.actions().forEach(action -> action("", action));
    outcome.earlierActions().forEach(action -> action("Earlier ", action));
    if (hasBox(CheckBoxes::inBrackets) || lines.isEmpty() && hasBox(CheckBoxes::begins)) {
      lines.add(CHECK_BOXES);
    }
    return lines;
  }

  /** Lists that earlier versions wrote do not mention boxes without brackets. */
  private boolean hasBox(Predicate<String> box) {
    return inOrder.stream().anyMatch(idea -> box.test(idea.text()));
  }

  private void comparison(SessionOutcome.Comparison comparison) {
    if (refer("Comparison: ", comparison.ideaId())) {
      add(NESTED + "of: ", comparison.left());
      add(NESTED + "with: ", comparison.right());
      comparison.similarities().forEach(text -> add(NESTED + "similarity: ", text));
      comparison.differences().forEach(text -> add(NESTED + "difference: ", text));
    }
  }

  private void group(SessionOutcome.Group group) {
    add("Group: ", group.name());
    group.ideaIds().forEach(idea -> refer(NESTED, idea));
  }

  private void mark(SessionOutcome.Mark mark) {
    Integer criterion = criteria.get(mark.criterionId());
    if (criterion != null) {
      String figures = mark.mean() + " from " + mark.count() + " for criterion " + criterion;
      refer("Mark: " + figures + " and ", mark.ideaId());
    }
  }

  private void action(String before, SessionOutcome.Action action) {
    String state = action.state();
    String words = before.isEmpty() ? capital(state) : before + state;
    add(words + " action: ", action.text());
    if (action.ideaId() != null) {
      refer(NESTED + "from: ", action.ideaId());
    }
    if (action.owner() != null) {
      add(NESTED + "owner: ", action.owner());
    }
    if (action.dueOn() != null) {
      lines.add(NESTED + "due: " + action.dueOn());
    }
    if (action.finishedAt() != null) {
      lines.add(NESTED + "finished: " + action.finishedAt());
    }
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private void add(String before, String text) {
    lines.add(before + OutcomeText.escape(text));
  }

  /** Refers to an idea of the session, and to no other one. */
  private boolean refer(String before, UUID idea) {
    Integer number = ideas.get(idea);
    if (number == null) {
      return false;
    }
    lines.add(before + OutcomeText.reference(number, inOrder.get(number - 1)));
    return true;
  }
}
