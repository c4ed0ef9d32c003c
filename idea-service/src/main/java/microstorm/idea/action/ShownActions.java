package microstorm.idea.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import microstorm.database.RecordMapper;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads the actions of other sessions that running sessions show. */
@ApplicationScoped
public class ShownActions {

  /** The end of the last session that the board's team held. */
  private static final String LAST_END =
      """
      (select max(last.since) from board last
        where last.team_id = board.team_id and last.phase = 'closed'
          and last.log_revision is null and not last.rehearsal)
      """;

  /**
   * A statement for a lobby that opens: from now on the {@code :session} shows what is open and
   * what was finished since the team's last session, or else since {@code :since}; or nothing, if
   * not {@code :shows}. It also notes whether the session is a {@code :rehearsal}.
   */
  public static final String BEGIN =
      """
      update board set shows_actions = :shows, rehearsal = :rehearsal,
        actions_since = coalesce(%s, :since)
      where session_id = :session
      """
          .formatted(LAST_END);

  private static final String SHOWING =
      """
      from board left join team_actions using (team_id)
      where session_id = any(:sessions) and shows_actions
        and phase in ('lobby', 'quiet', 'sharing', 'converging', 'agreeing')
      """;

  private static final String VERSIONS =
      "select session_id, coalesce(version, 0) as version " + SHOWING;

  private static final String LISTS =
      """
      select session_id, team_id, coalesce(version, 0) as version,
        coalesce(actions_since, %s, now()) as since
      """
              .formatted(LAST_END)
          + SHOWING;

  private static final String OF_OTHERS =
      Actions.COLUMNS
          + """
          where team_id = :team and session_id is distinct from :session
            and original_id is null and not removed and not rehearsed
            %s
          """
              .formatted(Actions.NOT_DELETED);

  private static final String OPEN =
      OF_OTHERS + "and state = 'open' order by place, id limit :limit";

  private static final String FINISHED =
      OF_OTHERS
          + "and state <> 'open' and finished_at > :since order by finished_at desc, id limit :limit";

  private final Jdbi database;

  ShownActions(Jdbi database) {
    this.database = database;
  }

  /** A session that shows actions. */
  public record Showing(UUID sessionId, UUID teamId, long version, Instant since) {}

  /** What this session shows; empty if it shows none now. */
  public Optional<TeamActions> on(UUID sessionId) {
    return Optional.ofNullable(on(Set.of(sessionId)).get(sessionId));
  }

  /** What these sessions show, without those that show none now. */
  public Map<UUID, TeamActions> on(Set<UUID> sessions) {
    Map<UUID, TeamActions> found = new HashMap<>();
    database.useHandle(
        handle ->
            handle
                .createQuery(LISTS)
                .bindArray("sessions", UUID.class, sessions.toArray())
                .map(RecordMapper.of(Showing.class))
                .list()
                .forEach(showing -> found.put(showing.sessionId, read(handle, showing))));
    return found;
  }

  private static TeamActions read(Handle handle, Showing showing) {
    return TeamActions.of(
        showing.version, read(handle, OPEN, showing), read(handle, FINISHED, showing));
  }

  private static List<Action> read(Handle handle, String select, Showing showing) {
    return handle
        .createQuery(select)
        .bind("team", showing.teamId)
        .bind("session", showing.sessionId)
        .bind("since", showing.since)
        .bind("limit", TeamActions.MAX + 1)
        .map(RecordMapper.of(Action.class))
        .list();
  }

  /** The versions of what these sessions show, without those that show none now. */
  public Map<UUID, Long> versions(Set<UUID> sessions) {
    Map<UUID, Long> found = new HashMap<>();
    database.useHandle(
        handle ->
            handle
                .createQuery(VERSIONS)
                .bindArray("sessions", UUID.class, sessions.toArray())
                .map((row, context) -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue())));
    return found;
  }
}
