package microstorm.report.imports.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Reads which ideas were removed, with the texts that stand in their places. */
@ApplicationScoped
class RemovedIdeas {

  private final Jdbi database;

  RemovedIdeas(Jdbi database) {
    this.database = database;
  }

  /** The placeholders by session and idea, without sessions in which nothing was removed. */
  Map<UUID, Map<UUID, String>> of(Collection<UUID> sessions) {
    Map<UUID, Map<UUID, String>> placeholders = new HashMap<>();
    database.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select session_id, idea_id, placeholder from removed_idea
                    where session_id = any(:ids)
                    """)
                .bindArray("ids", UUID.class, List.copyOf(sessions))
                .map(
                    (row, context) ->
                        placeholders
                            .computeIfAbsent(
                                row.getObject("session_id", UUID.class), id -> new HashMap<>())
                            .put(
                                row.getObject("idea_id", UUID.class), row.getString("placeholder")))
                .list());
    return placeholders;
  }
}
