package microstorm.report.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.report.search.RelatedReportList.RelatedReport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds the sessions of a team that are about the same: those that share words of titles, problems
 * and topics with a session. A word counts more the fewer sessions have it.
 */
@ApplicationScoped
class RelatedReports {

  /** The words that a session is compared by, from its title first; without stop words. */
  private static final String WORDS =
      """
      select lexeme from (
        select word.lexeme, min(array_position(:kinds, entry.kind)) as place
        from search_entry entry cross join unnest(entry.vector) as word
        where entry.session_id = :session and entry.team_id = :team and entry.kind = any(:kinds)
          and length(word.lexeme) > 2 and position('/' in word.lexeme) = 0
          and ts_lexize('pg_catalog.english_stem', word.lexeme) <> '{}'
          and ts_lexize('pg_catalog.german_stem', word.lexeme) <> '{}'
        group by word.lexeme) as words
      order by place, length(lexeme) desc, lexeme limit 20
      """;

  private static final String RELATED =
      """
      with shared as (
        select distinct entry.session_id, word.lexeme
        from unnest(:words, :queries) as word (lexeme, query)
          join search_entry entry
            on entry.team_id = :team and entry.subject and entry.vector @@ word.query::tsquery),
      weight as (
        select lexeme, ln(1 + (select count(*) from report where team_id = :team)::float8 / count(*))
          as value
        from shared group by lexeme)
      select report.session_id, report.number, report.title, report.held_on
      from shared join weight using (lexeme) join report on report.session_id = shared.session_id
      where report.session_id <> :session and report.phase = 'closed'
      group by report.session_id
      order by sum(weight.value) desc, report.held_order desc, report.session_id limit 5
      """;

  private static final List<String> KINDS = List.of("title", "topic", "group", "problem");

  private final Jdbi database;

  RelatedReports(Jdbi database) {
    this.database = database;
  }

  /**
   * The most similar sessions, at most five; empty if the team has no such session. Runs in the
   * caller's transaction.
   */
  Optional<List<RelatedReport>> to(UUID teamId, UUID sessionId) {
    return database.withHandle(
        handle ->
            exists(handle, teamId, sessionId)
                ? Optional.of(related(handle, teamId, sessionId))
                : Optional.empty());
  }

  private static boolean exists(Handle handle, UUID teamId, UUID sessionId) {
    return handle
        .select(
            "select exists (select from report where session_id = ? and team_id = ?)",
            sessionId,
            teamId)
        .mapTo(Boolean.class)
        .one();
  }

  private static List<RelatedReport> related(Handle handle, UUID teamId, UUID sessionId) {
    handle.execute(SearchService.BY_INDEX);
    List<String> words =
        handle
            .createQuery(WORDS)
            .bind("team", teamId)
            .bind("session", sessionId)
            .bindArray("kinds", String.class, KINDS)
            .mapTo(String.class)
            .list();
    if (words.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(RELATED)
        .bind("team", teamId)
        .bind("session", sessionId)
        .bindArray("words", String.class, words)
        .bindArray(
            "queries", String.class, words.stream().map(word -> query(teamId, word)).toList())
        .map(
            (row, context) ->
                new RelatedReport(
                    row.getObject("session_id", UUID.class),
                    row.getObject("number", Integer.class),
                    row.getString("title"),
                    row.getObject("held_on", LocalDate.class)))
        .list();
  }

  private static String query(UUID teamId, String word) {
    return "'team/" + teamId + "' & '" + word.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
