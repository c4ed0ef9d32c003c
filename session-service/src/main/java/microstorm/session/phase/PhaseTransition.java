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
import static microstorm.session.phase.Gate.PROBLEM;
import static microstorm.session.phase.Gate.QUIET_TIME;
import static microstorm.session.phase.Gate.VOTES;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import microstorm.session.core.Phase;
import microstorm.session.core.Rules;
import microstorm.session.core.Session;
import microstorm.session.problem.SessionProblem;
import microstorm.web.problem.ProblemException;

/** All changes of phase that a facilitator can request, each with its gates. */
enum PhaseTransition {
  OPEN(Set.of(PLANNED), LOBBY, During.WORK),
  WRITE(Set.of(LOBBY), QUIET, During.WORK, PROBLEM, CRITERIA),
  SHARE(Set.of(QUIET), SHARING, During.WORK, QUIET_TIME),
  CONVERGE(Set.of(SHARING), CONVERGING, During.WORK, VOTES),
  AGREE(Set.of(SHARING, CONVERGING), AGREEING, During.WORK),
  CLOSE(Set.of(SHARING, CONVERGING, AGREEING), CLOSING, During.BREAKS_TOO),
  CANCEL(Set.of(PLANNED, LOBBY, QUIET), CANCELLED, During.BREAKS_TOO);

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
   * @throws ProblemException 409 session-closed, phase-order, break-running, or named after the
   *     gate
   */
  static void check(Session session, Phase to, Instant now) {
    Rules.requireOpen(session);
    PhaseTransition change =
        Arrays.stream(values())
            .filter(known -> known.to == to && known.from.contains(session.phase))
            .findFirst()
            .orElseThrow(() -> outOfOrder(session.phase, to));
    if (change.during == During.WORK) {
      Rules.requireNoBreak(session);
    }
    change.gates.forEach(gate -> gate.check(session, now));
  }

  private static ProblemException outOfOrder(Phase from, Phase to) {
    String permitted =
        Arrays.stream(values())
            .filter(change -> change.from.contains(from))
            .map(change -> change.to.label())
            .collect(Collectors.joining(" or "));
    return SessionProblem.PHASE_ORDER.exception(
        "A session can change from the phase %s to %s, but not to %s."
            .formatted(from.label(), permitted, to.label()));
  }
}
