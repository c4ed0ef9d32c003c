package microstorm.http.openapi;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.ProblemType;
import microstorm.http.problem.SharedProblem;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/** The problem types of this service: its own and those that every service has. */
final class ProblemCatalogue {

  private final Map<String, ProblemType> byId;

  private ProblemCatalogue(Map<String, ProblemType> byId) {
    this.byId = byId;
  }

  /** The constants of all enums that list problem types. */
  static ProblemCatalogue of(IndexView index) {
    return of(
        index.getAllKnownImplementations(ProblemType.class).stream()
            .filter(ClassInfo::isEnum)
            .flatMap(ProblemCatalogue::constants)
            .toList());
  }

  /**
   * A catalogue of the given types.
   *
   * @throws IllegalStateException if two of them have the same id
   */
  static ProblemCatalogue of(Collection<? extends ProblemType> types) {
    return new ProblemCatalogue(
        types.stream().collect(Collectors.toMap(ProblemType::id, Function.identity())));
  }

  /** Whether the type belongs to no service; a service lists it only if an operation raises it. */
  static boolean isShared(ProblemType type) {
    return type instanceof CommonProblem || type instanceof SharedProblem;
  }

  /** All types, sorted by status and id. */
  List<ProblemType> all() {
    return byId.values().stream()
        .sorted(Comparator.comparingInt(ProblemType::status).thenComparing(ProblemType::id))
        .toList();
  }

  /**
   * The type with this id.
   *
   * @throws IllegalStateException if there is none
   */
  ProblemType get(String id) {
    ProblemType type = byId.get(id);
    if (type == null) {
      throw new IllegalStateException(
          "@Raises names " + id + ", which is not in a catalogue of problems.");
    }
    return type;
  }

  /** The index is that of the application, whose classes the context class loader finds. */
  private static Stream<ProblemType> constants(ClassInfo type) {
    try {
      return Stream.of(
          Class.forName(
                  type.name().toString(), true, Thread.currentThread().getContextClassLoader())
              .asSubclass(ProblemType.class)
              .getEnumConstants());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
