package microstorm.idea;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import microstorm.http.HttpConfig;
import microstorm.idea.board.BoardsConfig;
import microstorm.idea.early.EarlyConfig;
import microstorm.idea.post.IdeasConfig;
import microstorm.idea.presence.PresenceConfig;
import microstorm.idea.snapshot.ReadLimiterConfig;
import microstorm.idea.stream.StreamConfig;
import microstorm.idea.ticket.StreamTicketsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A setting outside its bounds stops the start with a message that names it. */
class ConfigBoundsTest {

  private static void start(String key, String value) {
    Validator validator = Validation.buildDefaultValidatorFactory().getValidator();
    new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(BoardsConfig.class)
        .withMapping(EarlyConfig.class)
        .withMapping(IdeasConfig.class)
        .withMapping(PresenceConfig.class)
        .withMapping(ReadLimiterConfig.class)
        .withMapping(StreamConfig.class)
        .withMapping(StreamTicketsConfig.class)
        .withMapping(HttpConfig.class)
        .withValidator((BeanValidationConfigValidator) () -> validator)
        .withDefaultValue(key, value)
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "microstorm.boards.max-ideas,3001",
    "microstorm.boards.max-topics,2001",
    "microstorm.boards.max-groups,0",
    "microstorm.boards.max-actions,2001",
    "microstorm.boards.max-team-actions,0",
    "microstorm.boards.phase-patience,61s",
    "microstorm.early.waiting,0",
    "microstorm.early.waiting-per-team,10001",
    "microstorm.early.waiting-per-client,0",
    "microstorm.ideas.queue-size,0",
    "microstorm.ideas.writers,9",
    "microstorm.ideas.patience,3m",
    "microstorm.readings.megabytes-at-once,0",
    "microstorm.readings.megabytes-at-once,1025",
    "microstorm.readings.patience,61s",
    "microstorm.readings.megabytes-unread,0",
    "microstorm.readings.slowest,31m",
    "microstorm.readings.stalled,31m",
    "microstorm.readings.team-percent,0",
    "microstorm.readings.client-percent,101",
    "microstorm.ideas.per-team,0",
    "microstorm.ideas.per-client,0",
    "microstorm.presence.grace,100ms",
    "microstorm.stream-tickets.validity,6m",
    "microstorm.stream-tickets.per-person,0",
    "microstorm.stream.per-team,0",
    "microstorm.stream.heartbeat,50ms",
    "microstorm.stream.heartbeat,6m",
    "microstorm.stream.per-person,0",
    "microstorm.stream.per-replica,1000001",
    "microstorm.stream.readers,65",
    "microstorm.http.allowed-origins,*",
    "microstorm.http.allowed-origins,https://board.example.com/",
    "microstorm.http.tokens-kept,-1",
    "microstorm.http.tokens-kept-for,11m"
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
