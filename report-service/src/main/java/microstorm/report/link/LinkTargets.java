package microstorm.report.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What all links with the same address have in common. Runs in the caller's transaction. */
@ApplicationScoped
class LinkTargets {

  private static final String TAKE_STALE =
      """
      delete from link_stale where ctid = any(array(select ctid from link_stale limit 1000))
      returning team_id, target
      """;

  private final Jdbi database;

  LinkTargets(Jdbi database) {
    this.database = database;
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
