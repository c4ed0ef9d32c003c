package microstorm.report.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.report.database.StoredJson;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Reads the links of a team from the database. A page reads its rows from an index, and for each
 * link a bounded number of places, however many the team has.
 */
@ApplicationScoped
class LinkReader {

  static final int MOST_PLACES = 20;
  static final int MOST_TITLES = 20;
  static final int MOST_COUNTED = 1_000;

  /** The places of the session that was asked for come first. */
  private static final String PLACES =
      """
      select json_agg(json_build_object(
          'sessionId', place.session_id, 'number', place.number, 'sessionTitle', place.session_title,
          'heldOn', place.held_on, 'part', place.part, 'ideaId', place.idea_id,
          'title', place.title, 'address', place.address, 'line', place.log_line))
      from (
        select p.*, r.number, r.title as session_title, r.held_on, log.line + p.line as log_line
        from (
          (select * from link_place
           where team_id = page.team_id and target = page.target and session_id = :session::uuid
           order by held_order desc, session_id desc, position limit :places)
          union all
          (select * from link_place
           where team_id = page.team_id and target = page.target
             and session_id is distinct from :session::uuid
           order by held_order desc, session_id desc, position limit :places)) as p
          join report r on r.session_id = p.session_id
          left join log_session log on log.session_id = p.session_id
        where r.phase = 'closed'
        order by p.session_id = :session::uuid desc nulls last, p.held_order desc,
          p.session_id desc, p.position
        limit :places) as place
      """;

  private static final String TITLES =
      """
      select json_agg(title order by title) from (
        select distinct on (title_key) title from (
          select title, title_key from link_place
          where team_id = page.team_id and target = page.target and title is not null
          order by held_order desc, session_id desc, position limit :counted) as newest
        order by title_key limit :titles) as different
      """;

  private static final String SELECT =
      """
      with page as (
        select * from link_target where team_id = :team%s
        order by newest desc, target desc limit :limit)
      select json_build_object(
        'target', target, 'newest', newest::text, 'fault', fault, 'duplicate', duplicate,
        'state', state, 'status', status, 'failure', failure, 'reason', reason,
        'movedTo', moved_to, 'checkedAt', checked_at,
        'placeCount', (select count(*) from (
          select from link_place where team_id = page.team_id and target = page.target
          limit :counted) as counted),
        'titles', (%s), 'places', (%s))
      from page order by page.newest desc, page.target desc
      """;

  private final Jdbi database;
  private final StoredJson json;

  LinkReader(Jdbi database, StoredJson json) {
    this.database = database;
    this.json = json;
  }

  /** Which links of a team are read. */
  record Filter(UUID teamId, @Nullable UUID sessionId, Optional<LinkProblem> problem) {}

  /** A link as the database has it; without places it has just been removed. */
  record Row(
      UUID target,
      String newest,
      String fault,
      boolean duplicate,
      LinkState state,
      Integer status,
      String failure,
      String reason,
      String movedTo,
      Instant checkedAt,
      int placeCount,
      List<String> titles,
      List<LinkPage.LinkPlace> places) {}

  /** The links after a place, those of the newest session first. */
  List<Row> read(Filter filter, Optional<LinkCursor> after, int limit) {
    StringBuilder conditions = new StringBuilder();
    filter.problem.ifPresent(problem -> conditions.append(" and ").append(problem.condition()));
    if (filter.sessionId != null) {
      conditions.append(
          " and exists (select from link_place p where p.session_id = :session::uuid"
              + " and p.team_id = link_target.team_id and p.target = link_target.target)");
    }
    if (after.isPresent()) {
      conditions.append(" and (newest, target) < (:newest::date, :target::uuid)");
    }
    return database.withHandle(
        handle -> {
          Query query =
              handle
                  .createQuery(SELECT.formatted(conditions, TITLES, PLACES))
                  .bind("team", filter.teamId)
                  .bind("session", filter.sessionId)
                  .bind("places", MOST_PLACES)
                  .bind("titles", MOST_TITLES)
                  .bind("counted", MOST_COUNTED)
                  .bind("limit", limit);
          after.ifPresent(
              cursor -> query.bind("newest", cursor.newest()).bind("target", cursor.target()));
          return query.mapTo(String.class).map(row -> json.read(row, Row.class)).list();
        });
  }
}
