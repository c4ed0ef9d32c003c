package microstorm.report.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.report.database.StoredJson;
import microstorm.report.log.model.LogFrame;
import microstorm.report.log.model.RenderedSession;
import microstorm.report.log.model.SessionContent;
import microstorm.report.log.model.SessionLayout;
import org.jdbi.v3.core.Jdbi;

/**
 * A team's log book: the complete sessions, as the services know them now, in the layout in which
 * the log was written.
 */
@ApplicationScoped
class LogBook {

  private static final String VERSION =
      """
      select concat(
        (select name from team where id = ?),
        (select md5(frame::text) from log_book where team_id = ?),
        (select md5(string_agg(md5(part::text), '' order by part.session_id)) from (
          select r.session_id, r.number, r.title, r.held_on, r.problem, r.summary, r.anonymous, b.seq,
            b.log_revision, l.position, l.digest, md5(y.layout) as layout,
            array(select array[p.name, p.role, p.position::text] from report_participant p
              where p.session_id = r.session_id order by p.position) as participants,
            array(select array[a.id::text, a.text, a.owner, a.due_on::text, a.state, a.idea_id::text,
                a.finished_at::text]
              from report_action a
              where a.session_id = r.session_id and a.original_id is null
              order by a.id) as actions,
            array(select array[a.id::text, a.text, a.owner, a.due_on::text, a.state, a.idea_id::text,
                a.finished_at::text]
              from report_action a join report_action_shown s on s.action_id = a.id
              where s.session_id = r.session_id order by a.id) as earlier_actions
          from report r
          join complete_session c on c.session_id = r.session_id
          join report_board b on b.session_id = r.session_id
          left join log_session l on l.session_id = r.session_id
          left join log_layout y
            on y.session_id = r.session_id and y.revision = b.log_revision
          where r.team_id = ?) as part))
      """;

  private static final String SESSIONS =
      """
      select r.session_id from report r
      join complete_session c on c.session_id = r.session_id
      left join log_session l on l.session_id = r.session_id
      where r.team_id = :team and r.phase = 'closed'
      """
          + ReportFilter.CONDITION
          + "order by l.position nulls last, r.held_order, r.session_id";

  private final Jdbi database;
  private final Contents contents;
  private final StoredJson json;

  LogBook(Jdbi database, Contents contents, StoredJson json) {
    this.database = database;
    this.contents = contents;
    this.json = json;
  }

  /**
   * Lets all reads of the current transaction see the same state of the database. Call it before
   * the first read.
   */
  void useOneSnapshot() {
    database.useHandle(handle -> handle.execute("set transaction isolation level repeatable read"));
  }

  /**
   * The frame around the sessions: the imported log's, or one with the team's name as the title.
   */
  LogFrame frame(UUID teamId) {
    return database
        .withHandle(
            handle ->
                handle
                    .select(
                        "select frame::text from log_book where team_id = ? and frame is not null",
                        teamId)
                    .mapTo(String.class)
                    .findOne())
        .map(frame -> json.read(frame, LogFrame.class))
        .orElseGet(() -> titled(teamName(teamId)));
  }

  /**
   * The team's complete sessions that a filter selects, in the order of the log; sessions held here
   * follow by date.
   */
  List<UUID> sessions(UUID teamId, ReportFilter filter) {
    return database.withHandle(
        handle ->
            filter
                .bind(handle.createQuery(SESSIONS))
                .bind("team", teamId)
                .mapTo(UUID.class)
                .list());
  }

  /**
   * Changes whenever the complete log changes. A session's topics and ideas only change with a new
   * edition of its log ({@code log_revision}), because its board is sealed; its actions change at
   * any time. The database makes a digest of each session, so that no texts are read.
   */
  byte[] version(UUID teamId) {
    return database
        .withHandle(
            handle -> handle.select(VERSION, teamId, teamId, teamId).mapTo(String.class).one())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The given sessions with their layouts, in the given order. */
  List<RenderedSession> rendered(List<UUID> sessions) {
    Map<UUID, SessionContent> found = contents.inLog(sessions);
    Map<UUID, SessionLayout> layouts = layouts(sessions);
    List<RenderedSession> rendered = new ArrayList<>();
    for (UUID session : sessions) {
      if (found.containsKey(session)) {
        rendered.add(new RenderedSession(found.get(session), layouts.get(session)));
      }
    }
    return rendered;
  }

  private Map<UUID, SessionLayout> layouts(List<UUID> sessions) {
    Map<UUID, SessionLayout> layouts = new HashMap<>();
    database.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select l.session_id, l.layout from log_layout l
                    join report_board b
                      on b.session_id = l.session_id and b.log_revision = l.revision
                    where l.session_id = any(:sessions)
                    """)
                .bindArray("sessions", UUID.class, sessions)
                .map(
                    (row, context) ->
                        Map.entry(
                            row.getObject("session_id", UUID.class),
                            json.read(row.getString("layout"), SessionLayout.class)))
                .forEach(entry -> layouts.put(entry.getKey(), entry.getValue())));
    return layouts;
  }

  private String teamName(UUID teamId) {
    return database.withHandle(
        handle ->
            handle
                .select("select name from team where id = ?", teamId)
                .mapTo(String.class)
                .findOne()
                .orElse(null));
  }

  private static LogFrame titled(String title) {
    return new LogFrame(false, title, null, null, List.of(), List.of(), List.of(), "\n");
  }
}
