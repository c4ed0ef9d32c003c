package microstorm.report.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The sessions and addresses that the database has noted. Runs in the caller's transaction. */
@ApplicationScoped
class LinkQueue {

  private static final String TAKE_STALE =
      """
      delete from link_stale where ctid = any(array(select ctid from link_stale limit 1000))
      returning team_id, target
      """;

  private final Jdbi database;

  LinkQueue(Jdbi database) {
    this.database = database;
  }

  /** Whether this transaction may index: only one at a time. */
  boolean lock() {
    return database.withHandle(
        handle -> handle.select("select lock_link_index()").mapTo(Boolean.class).one());
  }

  /** Takes the next session out of the queue. */
  Optional<UUID> next() {
    return database.withHandle(
        handle -> handle.select("select next_session_for_links()").mapTo(UUID.class).findOne());
  }

  /** Moves a session to the end of the queue. */
  void postpone(UUID session) {
    database.useHandle(
        handle -> {
          if (handle.execute("delete from link_queue where session_id = ?", session) > 0) {
            handle.execute("insert into link_queue (session_id) values (?)", session);
          }
        });
  }

  /** Makes some targets equal to the places that are left. False if there are none. */
  boolean refreshStale() {
    Map<UUID, Set<UUID>> stale =
        database.withHandle(
            handle ->
                handle
                    .createQuery(TAKE_STALE)
                    .map(
                        (row, context) ->
                            Map.entry(
                                row.getObject("team_id", UUID.class),
                                row.getObject("target", UUID.class)))
                    .collect(
                        Collectors.groupingBy(
                            Map.Entry::getKey,
                            Collectors.mapping(Map.Entry::getValue, Collectors.toSet()))));
    stale.forEach(this::refresh);
    return !stale.isEmpty();
  }

  /** Makes targets equal to what their places have in common. */
  void refresh(UUID teamId, Collection<UUID> targets) {
    database.useHandle(
        handle ->
            handle
                .createUpdate("select refresh_link_targets(:team, :targets)")
                .bind("team", teamId)
                .bindArray("targets", UUID.class, List.copyOf(new HashSet<>(targets)))
                .execute());
  }
}
