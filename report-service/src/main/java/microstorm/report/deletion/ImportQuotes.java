package microstorm.report.deletion;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The changes and warnings of imports, which quote what was in the sessions of the log. */
@ApplicationScoped
public class ImportQuotes {

  private static final String FORGET =
      """
      update log_import set outcome = outcome
        || jsonb_build_object(
          'changes', coalesce((
            select jsonb_agg(change) from jsonb_array_elements(outcome -> 'changes') as change
            where not (change ->> 'sessionId')::uuid = any(:ids)), '[]'),
          'warnings', '[]'::jsonb,
          'moreWarnings',
            (outcome ->> 'moreWarnings')::int + jsonb_array_length(outcome -> 'warnings')),
        found = (
          select coalesce(jsonb_agg(one order by place), '[]')
          from jsonb_array_elements(found) with ordinality as listed (one, place)
          where not (one ->> 'sessionId')::uuid = any(:ids))
      where exists (
        select from log_import_session s
        where s.import_id = log_import.id and s.session_id = any(:ids))
      """;

  private final Jdbi database;

  ImportQuotes(Jdbi database) {
    this.database = database;
  }

  /** Deletes what the imports of these sessions quote. Runs in the caller's transaction. */
  public void forget(Collection<UUID> sessions) {
    database.useHandle(
        handle ->
            handle
                .createUpdate(FORGET)
                .bindArray("ids", UUID.class, List.copyOf(sessions))
                .execute());
  }
}
