package microstorm.messaging;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import java.util.Map;
import microstorm.messaging.fixture.Configs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A setting outside its bounds stops the start with a message that names it. */
class ConfigBoundsTest {

  @Test
  void theDefaultsAreWithinTheirBounds() {
    assertThatCode(() -> Configs.of(Map.of())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "topic, idea events",
    "topic-prefix, blue/",
    "source, idea-service",
    "max-payload-bytes, 999",
    "max-payload-bytes, 9000000",
    "inbox-retention, 0s",
    "cleanup-interval, 0s",
    "sample-interval, 1h",
    "relay.batch-size, 0",
    "relay.poll, 1m",
    "relay.shutdown-timeout, 2m",
  })
  void aSettingOutsideItsBoundsStopsTheStart(String key, String value) {
    assertThatThrownBy(() -> Configs.of(Map.of(key, value)))
        .isInstanceOf(ConfigValidationException.class)
        .hasMessageContaining("microstorm.messaging." + key);
  }
}
