package microstorm.http.share;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.hibernate.validator.HibernateValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An invalid limit stops the start with a message that names it. */
class WorkloadsConfigTest {

  private static final String PREFIX = "microstorm.workloads.";

  private static final Validator VALIDATOR =
      Validation.byProvider(HibernateValidator.class)
          .configure()
          .defaultLocale(Locale.ENGLISH)
          .buildValidatorFactory()
          .getValidator();

  private static void start(Map<String, String> settings) {
    Map<String, String> values = new HashMap<>();
    settings.forEach((key, value) -> values.put(PREFIX + key, value));
    WorkloadsConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(WorkloadsConfig.class)
            .withValidator((BeanValidationConfigValidator) () -> VALIDATOR)
            .withDefaultValues(values)
            .build()
            .getConfigMapping(WorkloadsConfig.class);
    new Workloads(config).requireSharesWithinTotals(null);
  }

  @ParameterizedTest
  @CsvSource({
    "requests.running, 0, must be at least 1",
    "requests.running, 10001, must be at most 10000",
    "boards.running-per-team, -1, must be at least 1",
    "boards.running-per-client, 0, must be at least 1",
    "imports.waiting, 100001, must be at most 100000",
    "imports.waiting-per-team, 0, must be at least 1",
    "imports.waiting-per-client, -5, must be at least 1",
    "exports.patience, 0s, must be longer than or equal to 10 millis",
    "exports.patience, 6m, must be shorter than or equal to 5 minutes",
    "exports.stalled, -1s, must be longer than or equal to 100 millis"
  })
  void aLimitOutsideItsBoundsStopsTheStart(String key, String value, String allowed) {
    assertThatThrownBy(() -> start(Map.of(key, value)))
        .isInstanceOf(ConfigValidationException.class)
        .hasMessageContaining(PREFIX + key)
        .hasMessageContaining(allowed);
  }

  @ParameterizedTest
  @CsvSource({"requests.patience, 5", "exports.stalled, 5000"})
  void aDurationWithoutAUnitStopsTheStart(String key, String value) {
    assertThatThrownBy(() -> start(Map.of(key, value)))
        .hasMessageContaining(PREFIX + key)
        .hasMessageContaining("A duration needs a unit, for example 500ms, 10s or 2m.");
    assertThatCode(() -> start(Map.of(key, "5s"))).as("the control").doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "requests.running-per-team, 33, requests.running, 32",
    "requests.running-per-client, 7, requests.running-per-team, 6",
    "boards.waiting-per-team, 1025, boards.waiting, 1024",
    "boards.waiting-per-client, 257, boards.waiting-per-team, 256"
  })
  void aShareThatIsGreaterThanTheWholeStopsTheStart(String key, int value, String whole, int most) {
    assertThatThrownBy(() -> start(Map.of(key, "" + value)))
        .hasMessage(
            "%1$s%2$s is %3$d. It must be at most %1$s%4$s, which is %5$d."
                .formatted(PREFIX, key, value, whole, most));
    assertThatCode(() -> start(Map.of(key, "" + most))).doesNotThrowAnyException();
  }

  @Test
  void theDefaultsAreAllowed() {
    assertThatCode(() -> start(Map.of("boards.running", "8"))).doesNotThrowAnyException();
  }
}
