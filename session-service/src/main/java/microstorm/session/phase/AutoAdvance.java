package microstorm.session.phase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import microstorm.session.core.Participant;
import microstorm.session.core.Phase;
import microstorm.session.core.Readiness;
import microstorm.session.core.ReadinessChanged;
import microstorm.session.core.Session;

/**
 * Announces the sharing phase when everybody who is awaited is ready, if the session is planned so.
 * Nobody is surprised: the announcement is on every screen and never replaces one of a person. A
 * facilitator can stop it; then it is not repeated until somebody was not ready in between.
 */
@ApplicationScoped
class AutoAdvance {

  private static final Duration NOTICE = Duration.ofSeconds(5);

  private final AnnouncementService announcements;
  private final Clock clock;

  AutoAdvance(AnnouncementService announcements, Clock clock) {
    this.announcements = announcements;
    this.clock = clock;
  }

  void announce(@Observes ReadinessChanged change) {
    Session session = change.session();
    if (session.phase != Phase.QUIET || !session.settings.autoAdvance()) {
      return;
    }
    if (!Readiness.of(session, Participant.present(session.id)).isComplete()) {
      session.advanceStopped = false;
      announcements.withdraw(session);
    } else if (session.nextPhase == null && !session.isOnBreak() && !session.advanceStopped) {
      announcements.announce(session, Phase.SHARING, NOTICE, clock.instant());
      session.announcedByItself = true;
    }
  }
}
