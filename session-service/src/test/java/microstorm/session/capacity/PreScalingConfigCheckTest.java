package microstorm.session.capacity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An invalid setting stops the start, and the message names the setting and its permitted values.
 */
class PreScalingConfigCheckTest {

  @Test
  void theDefaultsAreValid() {
    assertThatCode(() -> PreScalingConfigCheck.check(Configs.of())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "release,' ','microstorm.pre-scaling.release is not set. It must be the release''s name, the value of the label app.kubernetes.io/instance.'",
    "lead-time,25h,'microstorm.pre-scaling.lead-time is PT25H. It must be PT0S to PT24H.'",
    "session-length,0s,'microstorm.pre-scaling.session-length is PT0S. It must be PT1M to PT24H.'",
    "grace,-1m,'microstorm.pre-scaling.grace is PT-1M. It must be PT0S to PT24H.'",
    "interval,0s,'microstorm.pre-scaling.interval is PT0S. It must be PT0.1S to PT10M.'",
    "lease,1s,'microstorm.pre-scaling.lease is PT1S. It must be PT3S to PT10M.'",
    "max-replicas,0,'microstorm.pre-scaling.max-replicas is 0. It must be 1 to 1000.'",
    "participants-per-replica.idea-service,0,'microstorm.pre-scaling.participants-per-replica.idea-service is 0. It must be 1 to 1000000.'"
  })
  void anInvalidSettingIsNamed(String key, String value, String message) {
    assertThatThrownBy(() -> PreScalingConfigCheck.check(Configs.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
