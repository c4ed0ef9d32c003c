package microstorm.messaging;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import microstorm.testing.contract.ArchitectureRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

  private static final String ROOT = "microstorm.messaging";

  static Stream<ArchRule> rules() {
    return ArchitectureRules.ofLibrary(ROOT).stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theCodeFollowsTheRule(ArchRule rule) {
    rule.check(ArchitectureRules.classesOf(ROOT));
  }
}
