package microstorm.messaging.maintenance;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import microstorm.messaging.fixture.Configs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagingConfigCheckTest {

  @Test
  void theDefaultsAreValid() {
    assertThatCode(() -> MessagingConfigCheck.check(Configs.of(Map.of())))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "topic, idea events",
    "topic-prefix, blue/",
    "source, idea-service",
    "max-payload-bytes, 9000000",
    "inbox-retention, 0s",
    "relay.batch-size, 0",
    "relay.poll, 1m",
  })
  void anInvalidValueStopsTheStartAndIsNamed(String key, String value) {
    assertThatThrownBy(() -> MessagingConfigCheck.check(Configs.of(Map.of(key, value))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("microstorm.messaging." + key + " is ")
        .hasMessageContaining("it must be");
  }
}
