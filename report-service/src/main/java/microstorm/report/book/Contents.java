package microstorm.report.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import microstorm.database.RecordMapper;
import microstorm.report.database.BySession;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.ParsedIdea;
import microstorm.report.log.model.ParsedTopic;
import microstorm.report.log.model.SessionContent;
import microstorm.report.log.model.SessionOutcome;
import microstorm.report.log.outcome.LogForm;
import microstorm.report.outcome.LogOutcomes;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** The content of sessions, as the events of the other services describe it. */
@ApplicationScoped
public class Contents {

  private final Jdbi database;
  private final LogOutcomes outcomes;

  Contents(Jdbi database, LogOutcomes outcomes) {
    this.outcomes = outcomes;
    this.database = database;
  }

  public record Fields(
      UUID sessionId,
      Integer number,
      String title,
      LocalDate heldOn,
      String problem,
      String summary) {}

  /** Observers are not listed as participants, and nobody is named in an anonymous session. */
  private static final String TOOK_PART =
      """
      (select p.session_id, p.name, p.position
        from report_participant p join report r on r.session_id = p.session_id
        where p.role <> 'observer' and not r.anonymous) as took_part
      """;

  /**
   * The content of the given sessions, without those that are unknown. Uses four statements for any
   * number of sessions.
   */
  public Map<UUID, SessionContent> of(Collection<UUID> sessions) {
    if (sessions.isEmpty()) {
      return new HashMap<>();
    }
    return database.withHandle(
        handle -> {
          Map<UUID, List<String>> people =
              parts(handle, "name", TOOK_PART, sessions, (row, c) -> row.getString("name"));
          Map<UUID, List<ParsedTopic>> topics =
              parts(
                  handle,
                  "id, parent_id, position, title",
                  "report_topic",
                  sessions,
                  RecordMapper.of(ParsedTopic.class));
          Map<UUID, List<ParsedIdea>> ideas =
              parts(
                  handle,
                  "id, topic_id, parent_id, position, kind, text",
                  "report_idea",
                  sessions,
                  Contents::idea);
          Map<UUID, SessionContent> contents = new HashMap<>();
          for (Fields fields : fields(handle, sessions)) {
            UUID id = fields.sessionId;
            contents.put(
                id,
                new SessionContent(
                    fields.number,
                    fields.title,
                    fields.heldOn,
                    people.getOrDefault(id, List.of()),
                    fields.problem,
                    fields.summary,
                    topics.getOrDefault(id, List.of()),
                    ideas.getOrDefault(id, List.of())));
          }
          return contents;
        });
  }

  /** The same as the log shows it: with the outcomes of the sessions. */
  public Map<UUID, SessionContent> inLog(Collection<UUID> sessions) {
    Map<UUID, SessionContent> contents = of(sessions);
    Map<UUID, SessionOutcome> imported = outcomes.imported(sessions);
    Map<UUID, SessionOutcome> held = outcomes.held(sessions);
    contents.replaceAll(
        (id, content) ->
            held.containsKey(id)
                ? content.held(LogForm.complete(content, held.get(id)))
                : content.with(imported.get(id)));
    return contents;
  }

  private static List<Fields> fields(Handle handle, Collection<UUID> sessions) {
    return handle
        .createQuery(
            """
            select session_id, number, title, held_on, problem, summary
            from report where session_id = any(:sessions)
            """)
        .bindArray("sessions", UUID.class, List.copyOf(sessions))
        .map(RecordMapper.of(Fields.class))
        .list();
  }

  private static <T> Map<UUID, List<T>> parts(
      Handle handle, String columns, String table, Collection<UUID> sessions, RowMapper<T> mapper) {
    String select =
        "select session_id, %s from %s where session_id = any(:sessions) order by position"
            .formatted(columns, table);
    return BySession.read(handle, select, sessions, "session_id", mapper);
  }

  private static ParsedIdea idea(ResultSet row, StatementContext context) throws SQLException {
    return new ParsedIdea(
        row.getObject("id", UUID.class),
        row.getObject("topic_id", UUID.class),
        row.getObject("parent_id", UUID.class),
        row.getInt("position"),
        kind(row.getString("kind")),
        row.getString("text"));
  }

  /** A log has no comparisons: the compared things are in the idea's text. */
  private static IdeaKind kind(String name) {
    return name.equals("comparison")
        ? IdeaKind.IDEA
        : IdeaKind.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
