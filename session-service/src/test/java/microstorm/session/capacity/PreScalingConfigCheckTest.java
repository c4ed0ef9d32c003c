package microstorm.session.capacity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong setting stops the start with a sentence. */
class PreScalingConfigCheckTest {

  @Test
  void theDefaultsAreGood() {
    assertThatCode(() -> PreScalingConfigCheck.check(Configs.of())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "release,' ','microstorm.pre-scaling.release is not set, it must be the release''s name, the value of the label app.kubernetes.io/instance.'",
    "lead-time,25h,'microstorm.pre-scaling.lead-time is PT25H, it must be PT0S to PT24H.'",
    "session-length,0s,'microstorm.pre-scaling.session-length is PT0S, it must be PT1M to PT24H.'",
    "grace,-1m,'microstorm.pre-scaling.grace is PT-1M, it must be PT0S to PT24H.'",
    "interval,0s,'microstorm.pre-scaling.interval is PT0S, it must be PT0.1S to PT10M.'",
    "lease,1s,'microstorm.pre-scaling.lease is PT1S, it must be PT3S to PT10M.'",
    "max-replicas,0,'microstorm.pre-scaling.max-replicas is 0, it must be 1 to 1000.'",
    "participants-per-replica.idea-service,0,'microstorm.pre-scaling.participants-per-replica.idea-service is 0, it must be 1 to 1000000.'"
  })
  void aWrongOneIsNamed(String key, String value, String sentence) {
    assertThatThrownBy(() -> PreScalingConfigCheck.check(Configs.of(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }
}
