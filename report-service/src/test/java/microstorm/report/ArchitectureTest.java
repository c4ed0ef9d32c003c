package microstorm.report;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import microstorm.testing.ArchitectureRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the layers of the packages. */
class ArchitectureTest {

  private static final String ROOT = "microstorm.report";

  static Stream<ArchRule> rules() {
    return ArchitectureRules.of(ROOT).stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isKept(ArchRule rule) {
    rule.check(ArchitectureRules.classesOf(ROOT));
  }
}
