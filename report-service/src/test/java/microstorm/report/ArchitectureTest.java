package microstorm.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import microstorm.testing.contract.ArchitectureRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the layers of the packages. */
class ArchitectureTest {

  private static final String ROOT = "microstorm.report";

  static Stream<ArchRule> rules() {
    return Stream.concat(
        ArchitectureRules.of(ROOT).stream(),
        Stream.of(
            slices().matching(ROOT + ".log.(*)..").should().beFreeOfCycles(),
            noClasses()
                .that()
                .resideInAPackage(ROOT + ".log.parse..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".log.render.."),
            noClasses()
                .that()
                .resideInAPackage(ROOT + ".log.render..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".log.parse..")));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isKept(ArchRule rule) {
    rule.check(ArchitectureRules.classesOf(ROOT));
  }
}
