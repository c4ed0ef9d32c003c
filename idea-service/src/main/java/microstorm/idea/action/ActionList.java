package microstorm.idea.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import microstorm.database.RecordMapper;
import microstorm.http.answer.PageSize;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
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
        %s
        and (place, id) > (:place, :id)
        and state = any(:states)
        %s
        and (:from::date is null or due_on >= :from::date)
        and (:until::date is null or due_on <= :until::date)
        and (:session::uuid is null or session_id = :session::uuid)
      order by place, id limit :limit
      """
          .formatted(Actions.NOT_DELETED, "%s");

  private static final String OF_PERSON = "and lower(owner) = lower(:person)";

  private final Jdbi database;
  private final PageSize size;

  ActionList(Jdbi database, PageSize size) {
    this.size = size;
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

  /** A page of at most this many actions after the cursor, and as many as fit. */
  ActionPage read(UUID teamId, Filter filter, ActionCursor after, int limit) {
    List<Placed> found =
        database.withHandle(handle -> found(handle, teamId, filter, after, limit + 1));
    List<Action> items = size.fitting(found.stream().limit(limit).map(Placed::action).toList());
    String next = null;
    if (found.size() > items.size()) {
      Placed last = found.get(items.size() - 1);
      next = new ActionCursor(last.place, last.action.id()).encode();
    }
    return new ActionPage(items, next);
  }

  private static List<Placed> found(
      Handle handle, UUID teamId, Filter filter, ActionCursor after, int limit) {
    Query query =
        handle
            .createQuery(SELECT.formatted(filter.person == null ? "" : OF_PERSON))
            .bind("team", teamId)
            .bind("place", after.place())
            .bind("id", after.id())
            .bindArray("states", String.class, List.copyOf(filter.states))
            .bind("from", filter.dueFrom)
            .bind("until", filter.dueUntil)
            .bind("session", filter.sessionId)
            .bind("limit", limit);
    if (filter.person != null) {
      query.bind("person", filter.person);
    }
    return query
        .map(
            (row, context) ->
                new Placed(RecordMapper.of(Action.class).map(row, context), row.getLong("place")))
        .list();
  }
}
