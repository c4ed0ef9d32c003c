package microstorm.session.quiet;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import microstorm.http.problem.ProblemException;
import microstorm.session.core.Session;
import microstorm.session.problem.SessionProblem;

/**
 * The rules for the end of a quiet phase over days, which is a time and not a number of minutes.
 */
public final class QuietEnd {

  /** The longest quiet phase. */
  static final Duration LONGEST = Duration.ofDays(30);

  /** The time that people have left at least when the end is moved to an earlier time. */
  static final Duration NOTICE = Duration.ofHours(24);

  /** How far ahead a session without a planned beginning can be planned. */
  private static final Duration AHEAD = Duration.ofDays(400);

  private QuietEnd() {}

  /** The time as the database stores it; null for null. */
  public static Instant micros(Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
  }

  /** The last possible end of a quiet phase that has begun. */
  public static Instant latest(Session session) {
    return session.phaseSince.plus(LONGEST);
  }

  /**
   * Requires that the end goes together with the planned beginning, or without one that it is in
   * the future. A plan without an end is fine.
   *
   * @throws ProblemException 400
   */
  public static void requirePlannable(Session session, Instant now) {
    if (session.quietUntil == null) {
      return;
    }
    if (!session.quietUntil.isAfter(now) || session.quietUntil.isAfter(now.plus(AHEAD))) {
      throw ProblemException.invalid("quietUntil", "must be within the next 400 days");
    }
    if (session.plannedAt != null && !isInRange(session, session.plannedAt)) {
      throw ProblemException.invalid(
          "quietUntil",
          "must be at least %d minutes and at most 30 days after plannedAt"
              .formatted(session.settings.quietMinutes()));
    }
  }

  /**
   * Requires that a quiet phase that begins now is long enough and not too long.
   *
   * @throws ProblemException 409 quiet-until-out-of-range
   */
  public static void requireBeginnable(Session session, Instant now) {
    if (session.isOverDays() && !isInRange(session, now)) {
      throw SessionProblem.QUIET_UNTIL_OUT_OF_RANGE.exception(
          ("The quiet phase of this session is planned until %s. It needs an end that is at least"
                  + " %d minutes and at most 30 days away. Change quietUntil, or remove it.")
              .formatted(
                  session.quietUntil.truncatedTo(ChronoUnit.SECONDS),
                  session.settings.quietMinutes()));
    }
  }

  /**
   * Requires that nobody is surprised by another end of a quiet phase that has begun: an earlier
   * one leaves everybody a day.
   *
   * @throws ProblemException 409 quiet-time-not-over
   */
  public static void requireNotice(Session session, Instant end, Instant now) {
    if (end.isBefore(session.quietEndsAt) && end.isBefore(now.plus(NOTICE))) {
      throw SessionProblem.QUIET_TIME_NOT_OVER.exception(
          "The end of the quiet phase can be moved to an earlier time only if 24 hours are left"
              + " until then, so that everybody learns of it. It ends earlier when everyone is"
              + " ready.");
    }
  }

  private static boolean isInRange(Session session, Instant beginning) {
    Duration length = Duration.between(beginning, session.quietUntil);
    return length.compareTo(Duration.ofMinutes(session.settings.quietMinutes())) >= 0
        && length.compareTo(LONGEST) <= 0;
  }
}
