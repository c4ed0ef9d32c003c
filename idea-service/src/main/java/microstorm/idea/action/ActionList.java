package microstorm.idea.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import microstorm.database.RecordMapper;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the list of a team's actions, in pages. */
@ApplicationScoped
class ActionList {

  private static final String SELECT =
      """
      select id, session_id, idea_id, position, text, owner, participant_id, due_on, state,
        finished_in, finished_at, place
      from action
      where team_id = :team and original_id is null and not removed and not rehearsed
        and (place, id) > (:place, :id)
        and state = any(:states)
        and (:person::text is null or lower(owner) = lower(:person))
        and (:from::date is null or due_on >= :from::date)
        and (:until::date is null or due_on <= :until::date)
        and (:session::uuid is null or session_id = :session::uuid)
      order by place, id limit :limit
      """;

  private final Jdbi database;

  ActionList(Jdbi database) {
    this.database = database;
  }

  /** Which actions to list; everything but the states may be null, which permits all. */
  record Filter(
      Set<String> states,
      @Nullable String person,
      @Nullable LocalDate dueFrom,
      @Nullable LocalDate dueUntil,
      @Nullable UUID sessionId) {}

  private record Placed(Action action, long place) {}

  /** A page of at most this many actions after the cursor. */
  ActionPage read(UUID teamId, Filter filter, ActionCursor after, int limit) {
    List<Placed> found =
        database.withHandle(
            handle ->
                handle
                    .createQuery(SELECT)
                    .bind("team", teamId)
                    .bind("place", after.place())
                    .bind("id", after.id())
                    .bindArray("states", String.class, List.copyOf(filter.states))
                    .bind("person", filter.person)
                    .bind("from", filter.dueFrom)
                    .bind("until", filter.dueUntil)
                    .bind("session", filter.sessionId)
                    .bind("limit", limit + 1)
                    .map(
                        (row, context) ->
                            new Placed(
                                RecordMapper.of(Action.class).map(row, context),
                                row.getLong("place")))
                    .list());
    List<Placed> items = found.stream().limit(limit).toList();
    String next = null;
    if (found.size() > limit) {
      Placed last = items.get(items.size() - 1);
      next = new ActionCursor(last.place, last.action.id()).encode();
    }
    return new ActionPage(items.stream().map(Placed::action).toList(), next);
  }
}
