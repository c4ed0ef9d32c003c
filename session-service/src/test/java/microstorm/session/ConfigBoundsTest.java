package microstorm.session;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import microstorm.session.capacity.PreScalingConfig;
import microstorm.session.core.SessionsConfig;
import microstorm.session.team.TeamsConfig;
import microstorm.session.token.TokenConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A setting outside its bounds stops the start, and the message names it. */
class ConfigBoundsTest {

  private static void start(String key, String value) {
    Validator validator = Validation.buildDefaultValidatorFactory().getValidator();
    new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(SessionsConfig.class)
        .withMapping(TokenConfig.class)
        .withMapping(TeamsConfig.class)
        .withMapping(PreScalingConfig.class)
        .withDefaultValue("microstorm.tokens.keys-directory", "keys")
        .withValidator((BeanValidationConfigValidator) () -> validator)
        .withDefaultValue(key, value)
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "microstorm.sessions.max-participants,0",
    "microstorm.sessions.max-seats,100001",
    "microstorm.sessions.max-seats-in-total,0",
    "microstorm.sessions.close-after,30s",
    "microstorm.sessions.over-days-close-after,30s",
    "microstorm.sessions.seal-again-after,0s",
    "microstorm.sessions.timer-poll,2h",
    "microstorm.sessions.wrong-codes-per-minute,0",
    "microstorm.teams.max-keys,1",
    "microstorm.pre-scaling.lead-time,25h",
    "microstorm.pre-scaling.session-length,0s",
    "microstorm.pre-scaling.grace,-1m",
    "microstorm.pre-scaling.interval,0s",
    "microstorm.pre-scaling.lease,1s",
    "microstorm.pre-scaling.max-replicas,0",
    "microstorm.pre-scaling.participants-per-replica.idea-service,0",
    "microstorm.tokens.publish-before-signing,2h",
    "microstorm.tokens.owner-validity,8d",
    "microstorm.tokens.participant-validity,0s"
  })
  void aSettingOutsideItsBoundsStopsTheStart(String key, String value) {
    assertThatThrownBy(() -> start(key, value))
        .isInstanceOf(ConfigValidationException.class)
        .hasMessageContaining(key);
  }

  @Test
  void theDefaultsAreWithinTheirBounds() {
    assertThatCode(() -> start("an.other", "x")).doesNotThrowAnyException();
  }
}
