package microstorm.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.ProblemType;
import microstorm.testing.contract.ArchitectureRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

  private static final String ROOT = "microstorm.http";

  static Stream<ArchRule> rules() {
    return ArchitectureRules.ofLibrary(ROOT).stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theCodeFollowsTheRule(ArchRule rule) {
    rule.check(ArchitectureRules.classesOf(ROOT));
  }

  /** A class that would raise the problem without naming a field. */
  private static final class Raising {
    final ProblemType type = CommonProblem.INVALID;
  }

  /** The rule is for the services, whose problems the library maps. */
  @Test
  void theProblemInvalidWithoutAFieldIsFound() {
    JavaClasses raising = new ClassFileImporter().importClasses(Raising.class);
    assertThat(ArchitectureRules.of(ROOT))
        .filteredOn(rule -> rule.getDescription().contains("the problem invalid"))
        .singleElement()
        .satisfies(rule -> assertThat(rule.evaluate(raising).hasViolation()).isTrue());
  }
}
