package microstorm.report.trend;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import microstorm.report.trend.Trends.TrendSession;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A figure that is plotted over the sessions. */
@Schema(description = "A figure that is plotted over the team's sessions.")
public enum TrendMeasure {
  GROUP_SIZE(TrendSession::groupSize),
  IDEAS_PER_PERSON(TrendSession::ideasPerPerson),
  QUIET_MINUTES(TrendSession::quietMinutes),
  BALANCE(TrendSession::balance),
  BUILD_ONS(TrendSession::buildOns),
  ACTIONS_DONE(TrendSession::actionsDone),
  /** Few known standards say little, such as the one that a log shows. */
  STANDARDS_KEPT(
      session ->
          session.standardsKnown() < TrendMeasure.MIN_KNOWN ? null : session.standardsKept());

  private static final int MIN_KNOWN = 5;

  private final Function<TrendSession, @Nullable Number> value;

  TrendMeasure(Function<TrendSession, @Nullable Number> value) {
    this.value = value;
  }

  /** The value of a session; null if nobody knows it. */
  @Nullable Number of(TrendSession session) {
    return value.apply(session);
  }

  /** The name in paths and in the files of the texts. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<TrendMeasure> find(String label) {
    return Stream.of(values()).filter(measure -> measure.label().equals(label)).findFirst();
  }
}
