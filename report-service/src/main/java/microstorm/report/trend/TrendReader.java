package microstorm.report.trend;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import microstorm.report.standard.Measure;
import microstorm.report.standard.Scorecard;
import microstorm.report.standard.SessionScore;
import microstorm.report.standard.SessionScores;
import microstorm.report.trend.Trends.TrendSession;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the figures of a team's sessions. */
@ApplicationScoped
class TrendReader {

  /**
   * The actions of a session of a log are known only if the log has the outcome of the session: a
   * number of people alone is none.
   */
  private static final String SESSIONS =
      """
      select r.session_id, r.number, r.title, r.held_on,
        case when r.log_revision is null then (
          select count(*) from report_action a
          where a.session_id = r.session_id and a.original_id is null)
        when known.only_number then null
        else jsonb_array_length(l.outcome::jsonb -> 'actions') end as actions,
        case when r.log_revision is null then (
          select count(*) from report_action a
          where a.session_id = r.session_id and a.original_id is null and a.state = 'done')
        when known.only_number then null
        else jsonb_array_length(jsonb_path_query_array(
          l.outcome::jsonb, '$.actions[*] ? (@.state == "done")')) end as actions_done
      from report r
        left join log_layout l on l.session_id = r.session_id and l.revision = r.log_revision
        cross join lateral (
          select jsonb_exists(l.outcome::jsonb, 'unnamed')
            and not jsonb_path_exists(l.outcome::jsonb - 'unnamed', '$.*[*]') as only_number
        ) as known
      where r.team_id = :team and r.held_on is not null
        and exists (select from complete_session c where c.session_id = r.session_id)
      order by r.held_order desc, r.session_id desc limit :limit
      """;

  private final Jdbi database;
  private final SessionScores scores;

  TrendReader(Jdbi database, SessionScores scores) {
    this.database = database;
    this.scores = scores;
  }

  /** A session without the figures that its score has. */
  private record Session(
      UUID id,
      Integer number,
      String title,
      LocalDate heldOn,
      @Nullable Integer actions,
      @Nullable Integer actionsDone) {

    static Session of(ResultSet row) throws SQLException {
      return new Session(
          row.getObject("session_id", UUID.class),
          row.getObject("number", Integer.class),
          row.getString("title"),
          row.getObject("held_on", LocalDate.class),
          integer(row, "actions"),
          integer(row, "actions_done"));
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
      int value = row.getInt(column);
      return row.wasNull() ? null : value;
    }

    TrendSession with(SessionScore score) {
      Scorecard card = score.scorecard();
      return new TrendSession(
          id,
          number,
          title,
          heldOn,
          count(score.value(Measure.PEOPLE)),
          tenths(score.value(Measure.IDEAS_PER_PERSON)),
          tenths(score.value(Measure.QUIET_MINUTES)),
          tenths(score.value(Measure.BALANCE)),
          count(score.value(Measure.BUILD_ONS)),
          actions,
          actionsDone,
          card.kept(),
          card.known());
    }

    private static @Nullable Integer count(Optional<Double> value) {
      return value.map(Double::intValue).orElse(null);
    }

    private static @Nullable Double tenths(Optional<Double> value) {
      return value.map(exact -> Math.round(exact * 10) / 10.0).orElse(null);
    }
  }

  /** The last sessions of a team that have a date and whose report is complete, oldest first. */
  Trends read(UUID teamId, int limit) {
    List<Session> sessions =
        database.withHandle(
            handle ->
                handle
                    .createQuery(SESSIONS)
                    .bind("team", teamId)
                    .bind("limit", limit)
                    .map((row, context) -> Session.of(row))
                    .list());
    Map<UUID, SessionScore> scored = scores.of(sessions.stream().map(Session::id).toList());
    List<TrendSession> items = new ArrayList<>();
    for (Session session : sessions) {
      if (scored.containsKey(session.id)) {
        items.add(session.with(scored.get(session.id)));
      }
    }
    Collections.reverse(items);
    return new Trends(items);
  }
}
