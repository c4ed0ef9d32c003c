package microstorm.session.timer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Stores the timers of all sessions in the database, so that they survive a restart and the loss of
 * a replica. Runs in the caller's transaction, in which the session is locked.
 */
@ApplicationScoped
public class Timers {

  /** The kinds that this version knows. It ignores timers of a newer version. */
  private static final String[] LIVE_KINDS =
      Stream.of(TimerKind.values())
          .filter(kind -> kind != TimerKind.DELETE)
          .map(TimerKind::label)
          .toArray(String[]::new);

  private static final String[] DELETIONS = {TimerKind.DELETE.label()};
  private static final int MAX_DELETIONS = 5;

  private final EntityManager database;

  Timers(EntityManager database) {
    this.database = database;
  }

  /** Sets a timer, or changes its time. */
  public void set(Timer timer, Instant dueAt) {
    of(
            timer,
            """
            insert into session_timer (kind, ref, session_id, due_at)
            values (:kind, :ref, :session, :due)
            on conflict (kind, ref) do update set due_at = excluded.due_at, paused_at = null
            """)
        .setParameter("session", timer.sessionId())
        .setParameter("due", dueAt)
        .executeUpdate();
  }

  /** Deletes a timer, if it exists. */
  public void clear(Timer timer) {
    of(timer, "delete from session_timer where kind = :kind and ref = :ref").executeUpdate();
  }

  /** Deletes all timers of a session. */
  public void clearAll(UUID sessionId) {
    database
        .createNativeQuery("delete from session_timer where session_id = :session")
        .setParameter("session", sessionId)
        .executeUpdate();
  }

  /** Pauses a timer, if it exists and is not due yet. */
  public void pause(Timer timer, Instant at) {
    of(
            timer,
            """
            update session_timer set paused_at = :at
            where kind = :kind and ref = :ref and due_at > :at
            """)
        .setParameter("at", at)
        .executeUpdate();
  }

  /** Resumes a timer. Its time moves by exactly the length of the pause. */
  public void resume(Timer timer, Instant at) {
    of(
            timer,
            """
            update session_timer
            set due_at = due_at + (cast(:at as timestamptz) - paused_at), paused_at = null
            where kind = :kind and ref = :ref and paused_at is not null
            """)
        .setParameter("at", at)
        .executeUpdate();
  }

  /**
   * Timers that seem due. This is certain only when their session is locked. Deletions come last
   * and few at a time: they take long, and thousands can be due together. Those of deleted teams
   * are never due: they are removed with their sessions.
   */
  List<Timer> due(Instant now, int limit) {
    List<Timer> due = new ArrayList<>(due(now, LIVE_KINDS, limit));
    due.addAll(due(now, DELETIONS, MAX_DELETIONS));
    return due;
  }

  @SuppressWarnings("unchecked")
  private List<Timer> due(Instant now, String[] kinds, int limit) {
    List<Object[]> rows =
        database
            .createNativeQuery(
                """
                select kind, ref, session_id from session_timer
                where due_at <= :now and paused_at is null and kind = any(:kinds)
                  and not exists (
                    select from team_removal r join session s on s.team_id = r.team_id
                    where s.id = session_timer.session_id)
                order by due_at limit :limit
                """,
                Object[].class)
            .setParameter("now", now)
            .setParameter("kinds", kinds)
            .setParameter("limit", limit)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new Timer(
                    TimerKind.valueOf(((String) row[0]).toUpperCase(Locale.ROOT)),
                    (UUID) row[1],
                    (UUID) row[2]))
        .toList();
  }

  /** Deletes a due timer and returns its time; empty when it is no longer due. */
  @SuppressWarnings("unchecked")
  Optional<Instant> take(Timer timer, Instant now) {
    List<Instant> due =
        of(
                timer,
                """
                delete from session_timer
                where kind = :kind and ref = :ref and due_at <= :now and paused_at is null
                returning due_at
                """)
            .setParameter("now", now)
            .getResultList();
    return due.stream().findFirst();
  }

  private Query of(Timer timer, String statement) {
    return database
        .createNativeQuery(statement, Instant.class)
        .setParameter("kind", timer.kind().label())
        .setParameter("ref", timer.ref());
  }
}
