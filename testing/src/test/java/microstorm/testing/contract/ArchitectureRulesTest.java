package microstorm.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ArchitectureRulesTest {

  /** Settings with a duration that may be a number. */
  interface PauseConfig {
    Duration pause();
  }

  @Test
  void aDurationThatMayLackItsUnitIsFound() {
    assertThat(
            ArchitectureRules.durationsHaveAUnit()
                .evaluate(new ClassFileImporter().importClasses(PauseConfig.class))
                .hasViolation())
        .isTrue();
  }
}
