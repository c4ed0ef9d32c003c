package microstorm.session.core;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The limits of sessions. */
@ConfigMapping(prefix = "microstorm.sessions")
public interface SessionsConfig {

  /** The maximum number of sessions of a team. Deleted ones do not count. */
  @WithDefault("20000")
  @Min(1)
  @Max(1_000_000)
  int maxPerTeam();

  /** The maximum number of people in a session at a time. */
  @WithDefault("200")
  @Min(1)
  @Max(10_000)
  int maxParticipants();

  /**
   * The maximum number of seats that one join code can give, including seats that were left.
   * Facilitators do not count towards it.
   */
  @WithDefault("1000")
  @Min(1)
  @Max(100_000)
  int maxSeats();

  /**
   * The maximum number of seats of a session, with all its join codes and including seats that were
   * left.
   */
  @WithDefault("10000")
  @Min(1)
  @Max(1_000_000)
  int maxSeatsInTotal();

  /**
   * How long a session may stay in a phase, without the breaks, before it closes by itself. A
   * session in the lobby is cancelled instead.
   */
  @WithDefault("12h")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(minutes = 1)
  @DurationMax(days = 366)
  Duration closeAfter();

  /** The same for a session over days. Its quiet phase counts from its end. */
  @WithDefault("7d")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(minutes = 1)
  @DurationMax(days = 366)
  Duration overDaysCloseAfter();

  /**
   * How long a closing session waits for the seal of its board before it requests the seal again.
   */
  @WithDefault("30s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(seconds = 1)
  @DurationMax(hours = 1)
  Duration sealAgainAfter();

  /** How often a replica checks for due timers. */
  @WithDefault("250ms")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(millis = 10)
  @DurationMax(hours = 1)
  Duration timerPoll();

  /**
   * The maximum number of wrong join codes that one address may send for one session in a minute.
   * The right code still works after that, so that a typing error does not lock out the other
   * people behind the same address.
   */
  @WithDefault("10")
  @Min(1)
  int wrongCodesPerMinute();
}
