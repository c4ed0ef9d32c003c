package microstorm.session.plan;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.http.problem.ProblemException;
import microstorm.session.core.Phase;

/** Phases in a query parameter, separated by commas. */
final class PhaseList {

  static final int MAX_LENGTH = 200;

  private PhaseList() {}

  /**
   * The phases by name.
   *
   * @param names null for every phase of sessions that were held or may still be held
   * @throws ProblemException 400 for a name that no phase has
   */
  static Set<Phase> read(String names) {
    return names == null
        ? EnumSet.complementOf(EnumSet.of(Phase.CANCELLED))
        : Stream.of(names.split(",", -1)).map(PhaseList::find).collect(Collectors.toSet());
  }

  private static Phase find(String name) {
    return Stream.of(Phase.values())
        .filter(phase -> phase.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    "phase",
                    "must be names of phases, separated by commas: "
                        + Stream.of(Phase.values())
                            .map(Phase::label)
                            .collect(Collectors.joining(", "))));
  }
}
