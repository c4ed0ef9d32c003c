package microstorm.report.log.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a log says about the result of a session, in addition to its ideas.
 *
 * @param unnamed the number of people who took part, if only their number is known; otherwise null
 * @param people the participants, if a line of names cannot express them; otherwise empty
 * @param titles titles of topics that mark-up cannot express
 * @param kinds kinds of ideas that mark-up does not show
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SessionOutcome(
    List<Criterion> criteria,
    List<Comparison> comparisons,
    List<Group> groups,
    List<Votes> votes,
    List<Mark> marks,
    List<Action> actions,
    List<Action> earlierActions,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer unnamed,
    List<String> people,
    List<Title> titles,
    List<Kind> kinds) {

  public static final SessionOutcome NONE =
      new SessionOutcome(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null,
          List.of(), List.of(), List.of());

  public SessionOutcome {
    criteria = List.copyOf(criteria);
    comparisons = List.copyOf(comparisons);
    groups = List.copyOf(groups);
    votes = List.copyOf(votes);
    marks = List.copyOf(marks);
    actions = List.copyOf(actions);
    earlierActions = List.copyOf(earlierActions);
    people = List.copyOf(people);
    titles = List.copyOf(titles);
    kinds = List.copyOf(kinds);
  }

  /**
   * The same without the comparisons of some ideas, and without the actions of others.
   *
   * @param ideas the ideas without comparisons
   * @param tasks the ideas without actions
   */
  public SessionOutcome without(Set<UUID> ideas, Set<UUID> tasks) {
    return new SessionOutcome(
        criteria,
        comparisons.stream().filter(one -> !ideas.contains(one.ideaId())).toList(),
        groups,
        votes,
        marks,
        actions.stream().filter(one -> !tasks.contains(one.ideaId())).toList(),
        earlierActions,
        unnamed,
        people,
        titles,
        kinds);
  }

  /** The same with a number of people without names; null if it is unknown. */
  public SessionOutcome withUnnamed(Integer number) {
    return new SessionOutcome(
        criteria,
        comparisons,
        groups,
        votes,
        marks,
        actions,
        earlierActions,
        number,
        people,
        titles,
        kinds);
  }

  /** The same with other actions. */
  public SessionOutcome with(List<Action> others) {
    return new SessionOutcome(
        criteria,
        comparisons,
        groups,
        votes,
        marks,
        others,
        earlierActions,
        unnamed,
        people,
        titles,
        kinds);
  }

  /** A requirement that a good idea has to meet. */
  public record Criterion(UUID id, String text) {}

  /** The two sides of an idea that compares two things. */
  public record Comparison(
      UUID ideaId,
      String left,
      String right,
      List<String> similarities,
      List<String> differences) {}

  /** Ideas that belong together. */
  public record Group(UUID id, String name, List<UUID> ideaIds) {}

  /** The dots of an idea. */
  public record Votes(UUID ideaId, int votes) {}

  /** The mean of the marks of an idea against a criterion, and the number of people. */
  public record Mark(UUID ideaId, UUID criterionId, double mean, int count) {}

  /**
   * Something that someone will do.
   *
   * @param ideaId the idea from which it comes; null if there is none
   * @param owner null if nobody is named
   * @param dueOn null if no day is named
   * @param state {@code open}, {@code done} or {@code dropped}
   * @param finishedAt null while it is open, and if the time is unknown
   */
  public record Action(
      UUID id,
      UUID ideaId,
      String text,
      String owner,
      LocalDate dueOn,
      String state,
      Instant finishedAt) {}

  /** The exact title of a topic. */
  public record Title(UUID topicId, String title) {}

  /** The kind of an idea that is written as a bullet. */
  public record Kind(UUID ideaId, IdeaKind kind) {}

  @JsonIgnore
  public boolean isEmpty() {
    return equals(NONE);
  }
}
