package microstorm.session.phase;

import static microstorm.session.core.Phase.AGREEING;
import static microstorm.session.core.Phase.CANCELLED;
import static microstorm.session.core.Phase.CLOSING;
import static microstorm.session.core.Phase.CONVERGING;
import static microstorm.session.core.Phase.LOBBY;
import static microstorm.session.core.Phase.PLANNED;
import static microstorm.session.core.Phase.QUIET;
import static microstorm.session.core.Phase.SHARING;
import static microstorm.session.phase.Gate.CRITERIA;
import static microstorm.session.phase.Gate.NO_IDEAS;
import static microstorm.session.phase.Gate.PROBLEM;
import static microstorm.session.phase.Gate.QUIET_END;
import static microstorm.session.phase.Gate.QUIET_TIME;
import static microstorm.session.phase.Gate.VOTES;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.http.problem.ProblemException;
import microstorm.http.problem.SharedProblem;
import microstorm.session.core.Phase;
import microstorm.session.core.PhaseRecord;
import microstorm.session.core.Rules;
import microstorm.session.core.Session;
import microstorm.session.problem.SessionProblem;

/**
 * All changes of phase that a facilitator can request, each with its gates. A change to an earlier
 * phase undoes a step. No undo shows anybody what is hidden from them: hidden ideas, dots and marks
 * stay hidden.
 */
enum PhaseTransition {
  OPEN(Set.of(PLANNED), LOBBY, During.WORK),
  WRITE(Set.of(LOBBY), QUIET, During.WORK, PROBLEM, CRITERIA, QUIET_END),
  SHARE(Set.of(QUIET), SHARING, During.WORK, QUIET_TIME),
  CONVERGE(Set.of(SHARING), CONVERGING, During.WORK, VOTES),
  AGREE(Set.of(SHARING, CONVERGING), AGREEING, During.WORK),
  CLOSE(Set.of(SHARING, CONVERGING, AGREEING), CLOSING, During.BREAKS_TOO),
  CANCEL(Set.of(PLANNED, LOBBY, QUIET), CANCELLED, During.BREAKS_TOO),
  BACK_TO_PLAN(Set.of(LOBBY, CANCELLED), PLANNED, During.WORK),
  BACK_TO_LOBBY(Set.of(QUIET), LOBBY, During.WORK, NO_IDEAS),
  BACK_TO_SHARING(Set.of(CONVERGING), SHARING, During.WORK);

  /** The phases after which a session goes back no more. */
  private static final int MAX_PHASES = 100;

  private enum During {
    WORK,
    BREAKS_TOO
  }

  private final Set<Phase> from;
  private final Phase to;
  private final During during;
  private final List<Gate> gates;

  PhaseTransition(Set<Phase> from, Phase to, During during, Gate... gates) {
    this.from = from;
    this.to = to;
    this.during = during;
    this.gates = List.of(gates);
  }

  /**
   * Checks that a locked session may enter a phase now.
   *
   * @param request names the present phase if it goes back to an earlier one: otherwise the
   *     repetition of an old request could undo a later step
   * @throws ProblemException 409 session-closed, phase-order, break-running, or named after the
   *     gate
   */
  static void check(Session session, ChangePhase request, Instant now) {
    Phase from = session.phase;
    Phase to = request.target();
    if (request.from() != null && request.from() != from) {
      throw SessionProblem.PHASE_ORDER.exception(
          "The session is in the phase %s, not in %s. Get the session again before you change it."
              .formatted(from.label(), request.from().label()));
    }
    PhaseTransition change =
        from(from)
            .filter(known -> known.to == to)
            .findFirst()
            .orElseThrow(() -> refused(session, to));
    if (change.isBack() && request.from() == null) {
      throw from.isOver() ? refused(session, to) : withoutFrom(from, to);
    }
    change.check(session, now);
  }

  /** The changes that begin in a phase. */
  static Stream<PhaseTransition> from(Phase phase) {
    return Arrays.stream(values()).filter(known -> known.from.contains(phase));
  }

  /**
   * Checks the break and the gates, and for a step back the number of phases so far, so that the
   * rows of a session stay bounded.
   *
   * @throws ProblemException 409 break-running, phase-order, or named after the gate
   */
  void check(Session session, Instant now) {
    if (during == During.WORK) {
      Rules.requireNoBreak(session);
    }
    if (isBack() && PhaseRecord.count("sessionId", session.id) >= MAX_PHASES) {
      throw SessionProblem.PHASE_ORDER.exception(
          "The session has been in %d phases, so it can only go on. Choose a later phase."
              .formatted(MAX_PHASES));
    }
    gates.forEach(gate -> gate.check(session, now));
  }

  Phase to() {
    return to;
  }

  /** Whether it leads to an earlier phase. */
  boolean isBack() {
    return from.stream().allMatch(phase -> isBack(phase, to));
  }

  /** Whether a change leads to an earlier phase. */
  static boolean isBack(Phase from, Phase to) {
    return to.compareTo(from) < 0;
  }

  /** Whether the step can be taken back: then, or by the step that it takes back. */
  boolean isReversible() {
    return isBack() || from(to).anyMatch(PhaseTransition::isBack);
  }

  private static ProblemException refused(Session session, Phase to) {
    return session.phase.isOver()
        ? SharedProblem.SESSION_CLOSED.exception()
        : outOfOrder(session.phase, to);
  }

  private static ProblemException withoutFrom(Phase from, Phase to) {
    return SessionProblem.PHASE_ORDER.exception(
        "To go back from the phase %1$s to %2$s, send the field from with the value %1$s."
            .formatted(from.label(), to.label()));
  }

  private static ProblemException outOfOrder(Phase from, Phase to) {
    String permitted =
        from(from)
            .filter(change -> !change.isBack())
            .map(change -> change.to.label())
            .collect(Collectors.joining(" or "));
    return SessionProblem.PHASE_ORDER.exception(
        "A session can change from the phase %s to %s, but not to %s."
            .formatted(from.label(), permitted, to.label()));
  }
}
