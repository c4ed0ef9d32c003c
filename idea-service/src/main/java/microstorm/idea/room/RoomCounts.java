package microstorm.idea.room;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Counts the ideas of the rooms of boards. Everybody on a board may know these numbers. */
@ApplicationScoped
public class RoomCounts {

  private static final String COUNTS =
      """
      select board.session_id, number, (
        select count(*) from idea
        where idea.session_id = board.session_id and seen_in = number and not withdrawn) as ideas
      from board cross join lateral (
        select room as number from seat
        where seat.session_id = board.session_id and present and room is not null
        union
        select seen_in from idea
        where idea.session_id = board.session_id and seen_in is not null) as rooms
      where board.session_id = any(:sessions) and rooms_open and phase = 'sharing'
      order by board.session_id, number
      """;

  private final Jdbi database;

  RoomCounts(Jdbi database) {
    this.database = database;
  }

  /** The rooms of those of these boards whose group is split in the sharing phase, by number. */
  public Map<UUID, List<RoomCount>> of(Set<UUID> sessions) {
    Map<UUID, List<RoomCount>> counts = new HashMap<>();
    database.useHandle(
        handle ->
            handle
                .createQuery(COUNTS)
                .bindArray("sessions", UUID.class, sessions.toArray())
                .map(
                    (row, context) ->
                        counts
                            .computeIfAbsent(
                                row.getObject("session_id", UUID.class), id -> new ArrayList<>())
                            .add(new RoomCount(row.getInt("number"), row.getInt("ideas"))))
                .list());
    return counts;
  }
}
