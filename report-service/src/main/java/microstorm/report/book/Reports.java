package microstorm.report.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import microstorm.report.course.SessionPhase;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads the list of reports, and the links of a report. */
@ApplicationScoped
class Reports {

  private static final String SUMMARY =
      """
      select r.session_id, r.number, r.title, r.held_on, r.phase,
        exists (select from complete_session c where c.session_id = r.session_id) as complete,
        people.anonymous, people.people,
        array(select id from report_participant p where p.session_id = r.session_id
          and p.role <> 'observer' and not r.anonymous order by position, id) as participant_ids,
        array(select name from report_participant p where p.session_id = r.session_id
          and p.role <> 'observer' and not r.anonymous order by position, id) as participant_names,
        (select count(*) from report_topic t where t.session_id = r.session_id) as topics,
        (select count(*) from report_idea i where i.session_id = r.session_id) as ideas,
        (select count(*) from report_link l where l.session_id = r.session_id) as links
      from report r join session_people people on people.session_id = r.session_id
      """;

  private final Jdbi database;

  Reports(Jdbi database) {
    this.database = database;
  }

  /** A link of an idea. */
  public record Link(UUID ideaId, String title, String url) {}

  /**
   * The team's reports that a filter selects, of sessions in these phases after the given place in
   * the list, newest first; without a place, from the beginning.
   */
  List<ReportSummary> list(
      UUID teamId,
      Set<SessionPhase> phases,
      ReportFilter filter,
      Optional<Cursor> cursor,
      int limit) {
    String after =
        cursor
            .map(
                place ->
                    """
                    and (r.held_order, r.session_id)
                      < (coalesce(:date, date '-infinity'), :session)
                    """)
            .orElse("");
    return database.withHandle(
        handle -> {
          Query query =
              handle
                  .createQuery(
                      SUMMARY
                          + "where r.team_id = :team and r.phase = any(:phases) "
                          + ReportFilter.CONDITION
                          + after
                          + "order by r.held_order desc, r.session_id desc limit :limit")
                  .bind("team", teamId)
                  .bindArray(
                      "phases", String.class, phases.stream().map(SessionPhase::label).toList())
                  .bind("limit", limit);
          filter.bind(query);
          cursor.ifPresent(
              place -> query.bind("date", place.heldOn()).bind("session", place.sessionId()));
          return query.map(Reports::summary).list();
        });
  }

  /** The report, if it belongs to this team. */
  Optional<ReportSummary> find(UUID teamId, UUID sessionId) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(SUMMARY + "where r.team_id = :team and r.session_id = :session")
                .bind("team", teamId)
                .bind("session", sessionId)
                .map(Reports::summary)
                .findOne());
  }

  /** The links of a session's ideas, in order. */
  List<Link> links(UUID sessionId) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    """
                    select idea_id, title, url from report_link
                    where session_id = ? order by position
                    """,
                    sessionId)
                .map(
                    (row, context) ->
                        new Link(
                            row.getObject("idea_id", UUID.class),
                            row.getString("title"),
                            row.getString("url")))
                .list());
  }

  /** How ideas of a session were removed, by their ids. */
  Map<UUID, String> removals(UUID sessionId) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    "select idea_id, removal from removed_idea where session_id = :session")
                .bind("session", sessionId)
                .setMapKeyColumn("idea_id")
                .setMapValueColumn("removal")
                .collectInto(new GenericType<Map<UUID, String>>() {}));
  }

  /** The rooms in which the ideas of a session were shared, by idea; none for most sessions. */
  Map<UUID, Integer> rooms(UUID sessionId) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    "select id, room from report_idea where session_id = :session and room is not null")
                .bind("session", sessionId)
                .setMapKeyColumn("id")
                .setMapValueColumn("room")
                .collectInto(new GenericType<Map<UUID, Integer>>() {}));
  }

  private static ReportSummary summary(ResultSet row, StatementContext context)
      throws SQLException {
    return new ReportSummary(
        row.getObject("session_id", UUID.class),
        row.getObject("number", Integer.class),
        row.getString("title"),
        row.getObject("held_on", LocalDate.class),
        SessionPhase.of(row.getString("phase")),
        row.getBoolean("complete"),
        row.getBoolean("anonymous"),
        participants(row),
        new ReportCounts(
            row.getInt("people"), row.getInt("topics"), row.getInt("ideas"), row.getInt("links")));
  }

  private static List<ReportParticipant> participants(ResultSet row) throws SQLException {
    UUID[] ids = (UUID[]) row.getArray("participant_ids").getArray();
    String[] names = (String[]) row.getArray("participant_names").getArray();
    return IntStream.range(0, ids.length)
        .mapToObj(i -> new ReportParticipant(ids[i], names[i]))
        .toList();
  }
}
