package microstorm.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationWithUnitTest {

  private final DurationWithUnit durations = new DurationWithUnit();

  @Test
  void aDurationHasAUnit() {
    assertThat(durations.convert("500ms")).isEqualTo(Duration.ofMillis(500));
    assertThat(durations.convert("2m")).isEqualTo(Duration.ofMinutes(2));
    assertThat(durations.convert("8d")).isEqualTo(Duration.ofDays(8));
    assertThat(durations.convert("PT1M30S")).isEqualTo(Duration.ofSeconds(90));
  }

  /** As a control, the platform accepts a number and reads it as seconds. */
  @ParameterizedTest
  @ValueSource(strings = {"200", " 200 ", "+200"})
  void aNumberIsRefused(String number) {
    assertThatThrownBy(() -> durations.convert(number)).hasMessageContaining("needs a unit");
    assertThat(new DurationConverter().convert(number.strip().replace("+", "")))
        .isEqualTo(Duration.ofSeconds(200));
  }
}
