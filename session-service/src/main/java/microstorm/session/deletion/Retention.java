package microstorm.session.deletion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import microstorm.session.core.Session;
import microstorm.session.team.RetentionChanged;
import microstorm.session.team.Team;
import microstorm.session.team.TeamsConfig;
import microstorm.session.timer.Timer;
import microstorm.session.timer.TimerEffects;
import microstorm.session.timer.TimerKind;
import microstorm.session.timer.Timers;

/** Deletes sessions that have ended when the time has passed for which their team keeps them. */
@ApplicationScoped
public class Retention implements TimerEffects {

  private static final String FORGET =
      """
      delete from session_timer using session s
      where kind = 'delete' and session_timer.session_id = s.id and s.team_id = :team
        and not s.rehearsal
      """;

  private static final String SCHEDULE =
      """
      insert into session_timer (kind, ref, session_id, due_at)
      select 'delete', id, id,
        greatest(coalesce(phase_since, created_at) + :days * interval '1 day', :earliest)
      from session where team_id = :team and phase in ('closed', 'cancelled') and not rehearsal
      """;

  private static final String DATES =
      """
      select session_id, cast(cast(due_at at time zone 'UTC' as date) as text) from session_timer
      where kind = 'delete' and ref = any(:ids)
      """;

  private final Timers timers;
  private final SessionRemover remover;
  private final TeamsConfig config;
  private final EntityManager database;
  private final Clock clock;

  Retention(
      Timers timers,
      SessionRemover remover,
      TeamsConfig config,
      EntityManager database,
      Clock clock) {
    this.timers = timers;
    this.remover = remover;
    this.config = config;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Schedules the deletion of a locked session that ends now: at once for a rehearsal, otherwise if
   * its team has a retention.
   */
  public void schedule(Session session, Instant endedAt) {
    Optional<Integer> days =
        session.rehearsal ? Optional.of(0) : Team.retentionDays(session.teamId);
    days.ifPresent(
        kept ->
            timers.set(
                Timer.of(TimerKind.DELETE, session.id), endedAt.plus(Duration.ofDays(kept))));
  }

  /** Keeps a session that has not ended after all. */
  public void cancel(UUID sessionId) {
    timers.clear(Timer.of(TimerKind.DELETE, sessionId));
  }

  /**
   * Schedules the deletion of a team's sessions anew. A session that is due by the new retention is
   * announced for some days before it is deleted.
   */
  void reschedule(@Observes RetentionChanged change) {
    database.createNativeQuery(FORGET).setParameter("team", change.teamId()).executeUpdate();
    if (change.days() != null) {
      database
          .createNativeQuery(SCHEDULE)
          .setParameter("team", change.teamId())
          .setParameter("days", change.days())
          .setParameter("earliest", clock.instant().plus(config.deletionNotice()))
          .executeUpdate();
    }
  }

  /** The days in UTC on which sessions will be deleted; without those that are kept. */
  @SuppressWarnings("unchecked")
  public Map<UUID, LocalDate> dates(Collection<UUID> sessions) {
    List<Object[]> rows =
        database
            .createNativeQuery(DATES, Object[].class)
            .setParameter("ids", sessions.toArray(UUID[]::new))
            .getResultList();
    return rows.stream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> LocalDate.parse((String) row[1])));
  }

  @Override
  public Map<TimerKind, Effect> effects() {
    return Map.of(
        TimerKind.DELETE,
        (session, timer, dueAt) -> {
          if (session.phase.hasEnded()) {
            remover.remove(session.teamId, List.of(session.id));
          }
        });
  }
}
