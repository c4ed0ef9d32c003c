package microstorm.session.phase;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import microstorm.session.core.Participant;
import microstorm.session.core.Session;
import microstorm.web.ProblemException;

/**
 * A condition for entering a phase. Its refusal is named after the rule (docs/architecture.md,
 * "Phases of a session").
 */
enum Gate {

  /** Define the problem. */
  PROBLEM {
    @Override
    void check(Session session, Instant now) {
      if (session.problem == null) {
        throw new ProblemException(
            409,
            "problem-missing",
            "No problem defined",
            "Writing begins when it is said which problem it is about.");
      }
    }
  },

  /** Lay out criteria. */
  CRITERIA {
    @Override
    void check(Session session, Instant now) {
      if (session.criteria.isEmpty()) {
        throw new ProblemException(
            409,
            "criteria-missing",
            "No criteria",
            "Writing begins when there is a criterion that a good idea must meet.");
      }
    }
  },

  /** Plenty of quiet time at the start to write. */
  QUIET_TIME {
    @Override
    void check(Session session, Instant now) {
      if (now.isBefore(session.quietEndsAt) && !everyoneIsReady(session)) {
        int seconds = secondsUntil(session.quietEndsAt, now);
        throw new ProblemException(
                409,
                "quiet-time-not-over",
                "Quiet time not over",
                "Silent writing goes on for %d seconds, or until everyone is ready."
                    .formatted(seconds))
            .retryAfter(seconds);
      }
    }
  },

  /** The group wants to choose. */
  VOTES {
    @Override
    void check(Session session, Instant now) {
      if (session.settings.votesPerPerson() == 0) {
        throw new ProblemException(
            409,
            "convergence-off",
            "No convergence",
            "This session was planned without votes (votesPerPerson is 0).");
      }
    }
  };

  private static final Duration ALMOST_A_SECOND = Duration.ofSeconds(1).minusNanos(1);

  /**
   * Checks a locked session.
   *
   * @throws ProblemException 409, named after the rule
   */
  abstract void check(Session session, Instant now);

  private static boolean everyoneIsReady(Session session) {
    List<Participant> writers =
        Participant.present(session.id).stream().filter(p -> !p.isObserver()).toList();
    return !writers.isEmpty() && writers.stream().allMatch(writer -> writer.ready);
  }

  /** Rounded up: after so many seconds it is over. */
  private static int secondsUntil(Instant end, Instant now) {
    return (int) Duration.between(now, end).plus(ALMOST_A_SECOND).toSeconds();
  }
}
