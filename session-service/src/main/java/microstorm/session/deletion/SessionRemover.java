package microstorm.session.deletion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import microstorm.messaging.inbox.DeletedKeys;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.event.SessionDeleted;

/**
 * Removes sessions from all tables and publishes their deletion. Runs in the caller's transaction,
 * in which the sessions are locked.
 */
@ApplicationScoped
public class SessionRemover {

  /** The tables with a column {@code session_id}, each after those that refer to it. */
  static final List<String> TABLES =
      List.of(
          "session_timer",
          "cancelled_break",
          "session_break",
          "planned_break",
          "phase_record",
          "criterion",
          "screen",
          "participant");

  /** Before the participants that they refer to. */
  private static final String CARD_DRAWS =
      """
      delete from card_draw using participant p
      where card_draw.participant_id = p.id and p.session_id = any(:ids)
      """;

  private static final String REMEMBER =
      """
      insert into deleted_session (session_id, team_id, participants, deleted_at)
      select id, team_id,
        (select count(*) from participant p where p.session_id = session.id), :now
      from session where id = any(:ids)
      on conflict do nothing
      """;

  private final EntityManager database;
  private final DeletedKeys deletedKeys;
  private final Outbox outbox;
  private final Clock clock;

  SessionRemover(EntityManager database, DeletedKeys deletedKeys, Outbox outbox, Clock clock) {
    this.database = database;
    this.deletedKeys = deletedKeys;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Removes sessions of a team. Only {@link DeletedSession} remains of each.
   *
   * @return the time of the deletion
   */
  public Instant remove(UUID teamId, Collection<UUID> sessions) {
    Instant now = clock.instant();
    UUID[] ids = sessions.toArray(UUID[]::new);
    deletedKeys.exclude();
    database
        .createNativeQuery(REMEMBER)
        .setParameter("now", now)
        .setParameter("ids", ids)
        .executeUpdate();
    execute(CARD_DRAWS, ids);
    TABLES.forEach(table -> execute("delete from " + table + " where session_id = any(:ids)", ids));
    execute("delete from session where id = any(:ids)", ids);
    deletedKeys.add(sessions);
    outbox.discard(sessions);
    outbox.append(sessions.stream().map(id -> new SessionDeleted(id, teamId, now)).toList());
    return now;
  }

  private void execute(String statement, UUID[] ids) {
    database.createNativeQuery(statement).setParameter("ids", ids).executeUpdate();
  }
}
