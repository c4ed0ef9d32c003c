package microstorm.report.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import microstorm.database.RecordMapper;
import microstorm.report.database.BySession;
import microstorm.report.database.StoredJson;
import microstorm.report.log.model.SessionOutcome;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Reads what the boards of sessions held here say about their ideas. Report and log show the same:
 * nothing about ideas that were withdrawn.
 */
@ApplicationScoped
class BoardOutcomes {

  /** Groups with the ideas that were not withdrawn; a closed session has no empty group. */
  private static final String GROUPS =
      """
      select session_id, id, name, ideas from (
        select g.session_id, g.id, g.name, g.position, r.phase, array(
            select idea from unnest(g.ideas) with ordinality as listed (idea, place)
            where exists (select from report_idea i where i.id = idea) order by place) as ideas
        from report_group g left join report r on r.session_id = g.session_id
        where g.session_id = any(:sessions)) as grouped
      where cardinality(ideas) > 0 or phase is distinct from 'closed'
      order by session_id, position, id
      """;

  private static final String COMPARISONS =
      """
      select session_id, id as idea_id, comparison from report_idea
      where session_id = any(:sessions) and comparison is not null order by position
      """;

  private static final String VOTES =
      """
      select session_id, id as idea_id, votes from report_idea
      where session_id = any(:sessions) and votes > 0 order by votes desc, position
      """;

  /** Marks of ideas that were not withdrawn, by idea and in the order of the criteria. */
  private static final String MARKS =
      """
      select m.session_id, m.idea_id, m.criterion_id, m.mean, m.count
      from report_mark m join report_idea i on i.id = m.idea_id
        join report r on r.session_id = m.session_id
        left join jsonb_array_elements(r.criteria) with ordinality as criterion (content, place)
          on criterion.content ->> 'id' = m.criterion_id::text
      where m.session_id = any(:sessions)
      order by i.position, i.id, criterion.place, m.criterion_id
      """;

  /** The sides of a comparison, as an event describes them. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Sides(String left, String right, List<String> similarities, List<String> differences) {

    SessionOutcome.Comparison of(UUID ideaId) {
      return new SessionOutcome.Comparison(
          ideaId,
          left,
          right,
          Objects.requireNonNullElse(similarities, List.of()),
          Objects.requireNonNullElse(differences, List.of()));
    }
  }

  private final Jdbi database;
  private final StoredJson json;

  BoardOutcomes(Jdbi database, StoredJson json) {
    this.database = database;
    this.json = json;
  }

  /** The comparisons of sessions, without sessions that have none. */
  Map<UUID, List<SessionOutcome.Comparison>> comparisons(Collection<UUID> sessions) {
    return read(
        COMPARISONS,
        sessions,
        (row, context) ->
            json.read(row.getString("comparison"), Sides.class)
                .of(row.getObject("idea_id", UUID.class)));
  }

  /** The dots of sessions, most first, without sessions that have none. */
  Map<UUID, List<SessionOutcome.Votes>> votes(Collection<UUID> sessions) {
    return read(VOTES, sessions, RecordMapper.of(SessionOutcome.Votes.class));
  }

  /** The marks of sessions, without sessions that have none. */
  Map<UUID, List<SessionOutcome.Mark>> marks(Collection<UUID> sessions) {
    return read(MARKS, sessions, RecordMapper.of(SessionOutcome.Mark.class));
  }

  /** The groups of sessions, without sessions that have none. */
  Map<UUID, List<SessionOutcome.Group>> groups(Collection<UUID> sessions) {
    return read(
        GROUPS,
        sessions,
        (row, context) ->
            new SessionOutcome.Group(
                row.getObject("id", UUID.class),
                row.getString("name"),
                List.of((UUID[]) row.getArray("ideas").getArray())));
  }

  private <T> Map<UUID, List<T>> read(
      String select, Collection<UUID> sessions, RowMapper<T> mapper) {
    return database.withHandle(
        handle -> BySession.read(handle, select, sessions, "session_id", mapper));
  }
}
