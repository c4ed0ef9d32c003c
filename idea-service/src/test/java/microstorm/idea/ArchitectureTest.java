package microstorm.idea;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import microstorm.testing.contract.ArchitectureRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the rules of the layers. */
class ArchitectureTest {

  private static final String ROOT = "microstorm.idea";

  static Stream<ArchRule> rules() {
    return ArchitectureRules.of(ROOT).stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void ruleHolds(ArchRule rule) {
    rule.check(ArchitectureRules.classesOf(ROOT));
  }
}
