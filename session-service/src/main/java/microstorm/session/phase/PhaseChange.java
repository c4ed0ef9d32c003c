package microstorm.session.phase;

import static microstorm.session.phase.Gate.CRITERIA;
import static microstorm.session.phase.Gate.PROBLEM;
import static microstorm.session.phase.Gate.QUIET_TIME;
import static microstorm.session.phase.Gate.VOTES;
import static microstorm.session.plan.Phase.CANCELLED;
import static microstorm.session.plan.Phase.CLOSING;
import static microstorm.session.plan.Phase.CONVERGING;
import static microstorm.session.plan.Phase.LOBBY;
import static microstorm.session.plan.Phase.PLANNED;
import static microstorm.session.plan.Phase.QUIET;
import static microstorm.session.plan.Phase.SHARING;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import microstorm.session.plan.Phase;
import microstorm.session.plan.Rules;
import microstorm.session.plan.Session;
import microstorm.web.Refusal;

/** The changes of phase that a facilitator can order (design, section 2). There are no others. */
enum PhaseChange {
  OPEN(Set.of(PLANNED), LOBBY, During.WORK),
  WRITE(Set.of(LOBBY), QUIET, During.WORK, PROBLEM, CRITERIA),
  SHARE(Set.of(QUIET), SHARING, During.WORK, QUIET_TIME),
  CONVERGE(Set.of(SHARING), CONVERGING, During.WORK, VOTES),
  CLOSE(Set.of(SHARING, CONVERGING), CLOSING, During.BREAKS_TOO),
  CANCEL(Set.of(PLANNED, LOBBY, QUIET), CANCELLED, During.BREAKS_TOO);

  private enum During {
    WORK,
    BREAKS_TOO
  }

  private final Set<Phase> from;
  private final Phase to;
  private final During during;
  private final List<Gate> gates;

  PhaseChange(Set<Phase> from, Phase to, During during, Gate... gates) {
    this.from = from;
    this.to = to;
    this.during = during;
    this.gates = List.of(gates);
  }

  /**
   * Checks that a locked session may enter a phase now.
   *
   * @throws Refusal 409 session-closed, phase-order, break, or named after the gate
   */
  static void check(Session session, Phase to, Instant now) {
    Rules.open(session);
    PhaseChange change =
        Arrays.stream(values())
            .filter(known -> known.to == to && known.from.contains(session.phase))
            .findFirst()
            .orElseThrow(() -> outOfOrder(session.phase, to));
    if (change.during == During.WORK) {
      Rules.working(session);
    }
    change.gates.forEach(gate -> gate.check(session, now));
  }

  private static Refusal outOfOrder(Phase from, Phase to) {
    String possible =
        Arrays.stream(values())
            .filter(change -> change.from.contains(from))
            .map(change -> change.to.label())
            .collect(Collectors.joining(" or "));
    return new Refusal(
        409,
        "phase-order",
        "Phase out of order",
        "After %s comes %s, not %s.".formatted(from.label(), possible, to.label()));
  }
}
