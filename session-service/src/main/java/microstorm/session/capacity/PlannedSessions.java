package microstorm.session.capacity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import microstorm.session.core.Phase;

/** Reads the sessions of all teams whose time is near. */
@ApplicationScoped
class PlannedSessions {

  /** The longest period that a setting allows; {@link PlannedSession} applies the settings. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private static final Duration BACK = Duration.ofDays(2);

  private final EntityManager database;

  PlannedSessions(EntityManager database) {
    this.database = database;
  }

  /**
   * The sessions that may need replicas. Without an expected size, the session counts with the
   * largest group that its settings advise.
   */
  @Transactional
  List<PlannedSession> around(Instant now) {
    return database
        .createQuery(
            """
            select new microstorm.session.capacity.PlannedSession(
              s.plannedAt, s.phase, coalesce(s.settings.expectedSize, s.settings.groupMax))
            from Session s
            where s.plannedAt between :from and :until and s.phase not in (:over)
            """,
            PlannedSession.class)
        .setParameter("from", now.minus(BACK))
        .setParameter("until", now.plus(AHEAD))
        .setParameter("over", List.of(Phase.CLOSING, Phase.CLOSED, Phase.CANCELLED))
        .getResultList();
  }
}
