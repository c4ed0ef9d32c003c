package microstorm.session.phase;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Caller;
import microstorm.session.core.Participant;
import microstorm.session.core.Readiness;
import microstorm.session.core.Session;
import microstorm.session.problem.SessionProblem;
import microstorm.session.quiet.QuietEnd;

/**
 * A condition for entering a phase. Its refusal is named after the rule (docs/architecture.md,
 * "Phases of a session").
 */
enum Gate {

  /** The problem is defined. */
  PROBLEM {
    @Override
    void check(Session session, Instant now) {
      if (session.problem == null) {
        throw SessionProblem.PROBLEM_MISSING.exception();
      }
    }
  },

  /** There is a criterion. */
  CRITERIA {
    @Override
    void check(Session session, Instant now) {
      if (session.criteria.isEmpty()) {
        throw SessionProblem.CRITERIA_MISSING.exception();
      }
    }
  },

  /** The end of a quiet phase over days is neither too near nor too far. */
  QUIET_END {
    @Override
    void check(Session session, Instant now) {
      QuietEnd.requireBeginnable(session, now);
    }
  },

  /** The minimum quiet time is over, or everyone who is awaited is ready. */
  QUIET_TIME {
    @Override
    void check(Session session, Instant now) {
      if (!now.isBefore(session.quietEndsAt)) {
        return;
      }
      Readiness readiness = Readiness.of(session, Participant.present(session.id));
      if (!readiness.isComplete()) {
        int seconds = secondsUntil(session.quietEndsAt, now);
        throw SessionProblem.QUIET_TIME_NOT_OVER
            .exception(
                "Silent writing goes on %s, or until everyone is ready. %s"
                    .formatted(
                        session.isOverDays()
                            ? "until " + session.quietEndsAt.truncatedTo(ChronoUnit.SECONDS)
                            : "for " + length(seconds),
                        readiness.sentence()))
            .retryAfter(seconds);
      }
    }
  },

  /** The session was planned with dots. */
  VOTES {
    @Override
    void check(Session session, Instant now) {
      if (session.settings.votesPerPerson() == 0) {
        throw SessionProblem.CONVERGENCE_OFF.exception();
      }
    }
  },

  /**
   * Nobody has written an idea, or people may write before the quiet phase too, so that nobody is
   * interrupted. In a small group this is not checked, because the refusal would tell the
   * facilitator that one of few people has written. An idea stays hidden and its author's in any
   * case.
   */
  NO_IDEAS {
    @Override
    void check(Session session, Instant now) {
      if (session.hasIdeas
          && !session.settings.collectEarly()
          && mayKnowThatSomebodyWrote(session)) {
        throw SessionProblem.IDEAS_WRITTEN.exception();
      }
    }
  };

  /** From this number of participants on, idea-service too shows how many people have written. */
  private static final int MIN_PARTICIPANTS = 3;

  private static final int ONE_MINUTE_AND_A_HALF = 90;
  private static final Duration ALMOST_A_SECOND = Duration.ofSeconds(1).minusNanos(1);

  /**
   * Checks a locked session.
   *
   * @throws ProblemException 409 named after the rule
   */
  abstract void check(Session session, Instant now);

  /**
   * Whether enough participants have been connected to hide who of them has written. A seat that
   * was never connected does not count, because the facilitator may hold it. If no seat was ever
   * connected, and in a session over days, all seats count. idea-service shows the number of people
   * who have written by the same rule.
   */
  private static boolean mayKnowThatSomebodyWrote(Session session) {
    List<Participant> participants =
        Participant.present(session.id).stream()
            .filter(person -> person.role.equals(Caller.PARTICIPANT))
            .toList();
    long wereConnected =
        session.isOverDays()
            ? 0
            : participants.stream().filter(person -> person.wasConnected).count();
    return (wereConnected == 0 ? participants.size() : wereConnected) >= MIN_PARTICIPANTS;
  }

  /** A length of time as people say it, rounded up. */
  private static String length(int seconds) {
    return seconds > ONE_MINUTE_AND_A_HALF
        ? (seconds + 59) / 60 + " more minutes"
        : seconds + " more seconds";
  }

  /** The seconds until the end, rounded up. */
  private static int secondsUntil(Instant end, Instant now) {
    return (int) Duration.between(now, end).plus(ALMOST_A_SECOND).toSeconds();
  }
}
