package microstorm.report.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads what several sessions have in one statement. */
public final class BySession {

  private BySession() {}

  /**
   * The rows of a query by session, in the order of the query, without sessions that have none.
   *
   * @param select a query with the array {@code :sessions}
   * @param key the column with the id of the session
   */
  public static <T> Map<UUID, List<T>> read(
      Handle handle, String select, Collection<UUID> sessions, String key, RowMapper<T> mapper) {
    Map<UUID, List<T>> found = new HashMap<>();
    handle
        .createQuery(select)
        .bindArray("sessions", UUID.class, List.copyOf(sessions))
        .map((row, context) -> Map.entry(row.getObject(key, UUID.class), mapper.map(row, context)))
        .forEach(
            entry ->
                found
                    .computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                    .add(entry.getValue()));
    return found;
  }
}
