package microstorm.session.capacity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import microstorm.session.core.Phase;

/** The sessions of all teams whose time is near, as the database has them. */
@ApplicationScoped
class PlannedSessions {

  /** No setting reaches further; how far each does is decided by {@link PlannedSession}. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private static final Duration BACK = Duration.ofDays(2);

  private final EntityManager database;

  PlannedSessions(EntityManager database) {
    this.database = database;
  }

  /**
   * The sessions that may keep floors up. Of how many people nobody said, the largest group that
   * the session's settings advise is taken.
   */
  @Transactional
  List<PlannedSession> around(Instant now) {
    return database
        .createQuery(
            """
            select new microstorm.session.capacity.Plan(
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
