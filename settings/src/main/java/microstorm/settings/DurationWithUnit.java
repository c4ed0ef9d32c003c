package microstorm.settings;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Refuses a duration without a unit, which the platform reads as seconds. Every duration of the
 * services uses it.
 */
public final class DurationWithUnit implements Converter<Duration> {

  private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?\\d+\\s*");

  private final DurationConverter durations = new DurationConverter();

  @Override
  public Duration convert(String value) {
    if (NUMBER.matcher(value).matches()) {
      throw new IllegalArgumentException("A duration needs a unit, for example 500ms, 10s or 2m.");
    }
    return durations.convert(value);
  }
}
