package microstorm.report.imports.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.report.edition.CurrentEditions;
import microstorm.report.imports.match.Heading;
import microstorm.report.imports.match.SessionMatcher.Here;
import microstorm.report.imports.match.SessionText;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads the sessions of a log book with which those of a log are compared. */
@ApplicationScoped
class HereReader {

  /** Until the report has arrived, number, title and date are those of the import. */
  private static final String HEADINGS =
      """
      select l.session_id, l.text_hash,
        case when e.session_id is null then r.number
          else (e.content::jsonb ->> 'number')::integer end as number,
        case when e.session_id is null then r.title
          else e.content::jsonb ->> 'title' end as title,
        case when e.session_id is null then r.held_on
          else (e.content::jsonb ->> 'date')::date end as date
      from log_session l
      left join report r on r.session_id = l.session_id
      left join log_edition e on e.session_id = l.session_id and e.revision = l.revision
        and r.log_revision is distinct from l.revision
      where l.session_id = any(:sessions)
      order by l.position
      """;

  private static final RowMapper<Heading> HEADING =
      (row, context) ->
          new Heading(
              row.getObject("number", Integer.class),
              row.getString("title"),
              row.getObject("date", LocalDate.class));

  private final Jdbi database;
  private final CurrentEditions editions;

  HereReader(Jdbi database, CurrentEditions editions) {
    this.database = database;
    this.editions = editions;
  }

  /** The sessions by their ids, in the order of the log book. */
  Map<UUID, Here> sessions(Collection<UUID> ids) {
    Map<UUID, Here> found = new LinkedHashMap<>();
    database.useHandle(
        handle ->
            handle
                .createQuery(HEADINGS)
                .bindArray("sessions", UUID.class, List.copyOf(ids))
                .map(
                    (row, context) ->
                        new Here(
                            row.getObject("session_id", UUID.class),
                            HEADING.map(row, context),
                            row.getString("text_hash")))
                .forEach(here -> found.put(here.id(), here)));
    return found;
  }

  /** The texts of sessions, without sessions that have none yet. */
  Map<UUID, SessionText> texts(Collection<UUID> ids) {
    Map<UUID, SessionText> texts = new LinkedHashMap<>();
    editions.of(ids).forEach((id, content) -> texts.put(id, SessionText.of(content)));
    return texts;
  }
}
