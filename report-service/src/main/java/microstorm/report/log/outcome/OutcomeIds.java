package microstorm.report.log.outcome;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.report.log.model.Identities;
import microstorm.report.log.model.SessionOutcome;

/** Assigns content-derived ids to the parts of an outcome. */
public final class OutcomeIds {
  private final Map<UUID, UUID> entries;
  private final Identities own;

  /**
   * Begins without parts.
   *
   * @param entries the final ids of topics and ideas
   * @param own the identities of the session
   */
  public OutcomeIds(Map<UUID, UUID> entries, Identities own) {
    this.entries = entries;
    this.own = own;
  }

  /** The same outcome with final ids. */
  public SessionOutcome assign(SessionOutcome drafted) {
    Map<UUID, UUID> criteria = new HashMap<>();
    drafted.criteria().forEach(one -> criteria.put(one.id(), own.part("criterion", one.text())));
    return new SessionOutcome(
        drafted.criteria().stream()
            .map(one -> new SessionOutcome.Criterion(criteria.get(one.id()), one.text()))
            .toList(),
        drafted.comparisons().stream().map(this::comparison).toList(),
        drafted.groups().stream().map(this::group).toList(),
        drafted.votes().stream()
            .map(one -> new SessionOutcome.Votes(entries.get(one.ideaId()), one.votes()))
            .toList(),
        drafted.marks().stream()
            .map(
                one ->
                    new SessionOutcome.Mark(
                        entries.get(one.ideaId()),
                        criteria.get(one.criterionId()),
                        one.mean(),
                        one.count()))
            .toList(),
        actions(drafted.actions(), "action"),
        actions(drafted.earlierActions(), "earlier-action"),
        drafted.unnamed(),
        drafted.people(),
        drafted.titles().stream()
            .map(one -> new SessionOutcome.Title(entries.get(one.topicId()), one.title()))
            .toList(),
        drafted.kinds().stream()
            .map(one -> new SessionOutcome.Kind(entries.get(one.ideaId()), one.kind()))
            .toList());
  }

  private SessionOutcome.Comparison comparison(SessionOutcome.Comparison one) {
    return new SessionOutcome.Comparison(
        entries.get(one.ideaId()), one.left(), one.right(), one.similarities(), one.differences());
  }

  private SessionOutcome.Group group(SessionOutcome.Group one) {
    return new SessionOutcome.Group(
        own.part("group", one.name()),
        one.name(),
        one.ideaIds().stream().map(entries::get).toList());
  }

  private List<SessionOutcome.Action> actions(List<SessionOutcome.Action> drafted, String kind) {
    return drafted.stream()
        .map(
            one ->
                new SessionOutcome.Action(
                    own.part(kind, one.text()),
                    one.ideaId() == null ? null : entries.get(one.ideaId()),
                    one.text(),
                    one.owner(),
                    one.dueOn(),
                    one.state(),
                    one.finishedAt()))
        .toList();
  }
}
