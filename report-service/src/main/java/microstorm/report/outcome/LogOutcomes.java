package microstorm.report.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.report.database.BySession;
import microstorm.report.database.StoredJson;
import microstorm.report.log.model.SessionOutcome;
import microstorm.report.outcome.Outcome.ReportAction;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads the outcomes of sessions as a log describes them. */
@ApplicationScoped
public class LogOutcomes {

  private static final String IMPORTED =
      """
      select l.session_id, l.outcome as part from log_layout l
      join report_board b on b.session_id = l.session_id and b.log_revision = l.revision
      where l.session_id = any(:sessions) and l.outcome is not null
      """;

  private static final String HELD =
      """
      select r.session_id, r.criteria::text, case when p.anonymous then p.people end as unnamed
      from report r join session_people p on p.session_id = r.session_id
      where r.session_id = any(:sessions) and not exists (
        select from log_session l where l.session_id = r.session_id)
      """;

  /**
   * What the report itself has.
   *
   * @param unnamed the number of people of an anonymous session; otherwise null
   */
  private record Held(List<SessionOutcome.Criterion> criteria, Integer unnamed) {}

  private final Jdbi database;
  private final BoardOutcomes boards;
  private final ActionReader actions;
  private final StoredJson json;

  LogOutcomes(Jdbi database, BoardOutcomes boards, ActionReader actions, StoredJson json) {
    this.database = database;
    this.boards = boards;
    this.actions = actions;
    this.json = json;
  }

  /** The outcomes in the logs of imported sessions, without sessions that have none. */
  public Map<UUID, SessionOutcome> imported(Collection<UUID> sessions) {
    Map<UUID, SessionOutcome> found = new HashMap<>();
    read(
            IMPORTED,
            sessions,
            (row, context) -> json.read(row.getString("part"), SessionOutcome.class))
        .forEach((session, outcomes) -> found.put(session, outcomes.get(0)));
    return found;
  }

  /** The outcomes of sessions that were held here, in a fixed number of statements. */
  public Map<UUID, SessionOutcome> held(Collection<UUID> sessions) {
    Map<UUID, List<Held>> reports =
        read(
            HELD,
            sessions,
            (row, context) ->
                new Held(
                    criteria(row.getString("criteria")), row.getObject("unnamed", Integer.class)));
    List<UUID> held = List.copyOf(reports.keySet());
    if (held.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<SessionOutcome.Comparison>> comparisons = boards.comparisons(held);
    Map<UUID, List<SessionOutcome.Group>> groups = boards.groups(held);
    Map<UUID, List<SessionOutcome.Votes>> votes = boards.votes(held);
    Map<UUID, List<SessionOutcome.Mark>> marks = boards.marks(held);
    Map<UUID, List<ReportAction>> agreed = actions.agreedIn(held);
    Map<UUID, List<ReportAction>> earlier = actions.shownIn(held);
    Map<UUID, SessionOutcome> found = new HashMap<>();
    for (UUID id : held) {
      Held report = reports.get(id).get(0);
      found.put(
          id,
          new SessionOutcome(
              report.criteria,
              comparisons.getOrDefault(id, List.of()),
              groups.getOrDefault(id, List.of()),
              votes.getOrDefault(id, List.of()),
              marks.getOrDefault(id, List.of()),
              actions(agreed.getOrDefault(id, List.of())),
              actions(earlier.getOrDefault(id, List.of())),
              report.unnamed,
              List.of(),
              List.of(),
              List.of()));
    }
    return found;
  }

  private List<SessionOutcome.Criterion> criteria(String stored) {
    return Stream.of(json.read(stored, ReportCriterion[].class))
        .map(one -> new SessionOutcome.Criterion(one.id(), one.text()))
        .toList();
  }

  private static List<SessionOutcome.Action> actions(List<ReportAction> actions) {
    return actions.stream()
        .map(
            one ->
                new SessionOutcome.Action(
                    one.id(),
                    one.ideaId(),
                    one.text(),
                    one.owner(),
                    one.dueOn(),
                    one.state(),
                    one.finishedAt()))
        .toList();
  }

  private <T> Map<UUID, List<T>> read(
      String select, Collection<UUID> sessions, RowMapper<T> mapper) {
    return database.withHandle(
        handle -> BySession.read(handle, select, sessions, "session_id", mapper));
  }
}
