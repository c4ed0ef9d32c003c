package microstorm.report.course;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.http.problem.ProblemException;

/** Phases in a query parameter, separated by commas. */
public final class SessionPhases {

  public static final int MAX_LENGTH = 200;

  private static final Set<SessionPhase> NOT_HELD =
      EnumSet.of(SessionPhase.PLANNED, SessionPhase.LOBBY, SessionPhase.CANCELLED);

  private SessionPhases() {}

  /**
   * The phases by name.
   *
   * @param names null for every phase of sessions that have begun and were not cancelled
   * @throws ProblemException 400 for a name that no phase has
   */
  public static Set<SessionPhase> read(String names) {
    return names == null
        ? Stream.of(SessionPhase.values())
            .filter(phase -> !NOT_HELD.contains(phase))
            .collect(Collectors.toSet())
        : Stream.of(names.split(",", -1)).map(SessionPhases::find).collect(Collectors.toSet());
  }

  private static SessionPhase find(String name) {
    return Stream.of(SessionPhase.values())
        .filter(phase -> phase.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    "phase",
                    "must be names of phases, separated by commas: "
                        + Stream.of(SessionPhase.values())
                            .map(SessionPhase::label)
                            .collect(Collectors.joining(", "))));
  }
}
