package microstorm.idea;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import microstorm.testing.ArchitectureRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layering is part of the build. */
class ArchitectureTest {

  private static final String ROOT = "microstorm.idea";

  static Stream<ArchRule> rules() {
    return ArchitectureRules.of(ROOT).stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isKept(ArchRule rule) {
    rule.check(ArchitectureRules.classesOf(ROOT));
  }
}
