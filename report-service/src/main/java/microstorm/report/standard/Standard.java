package microstorm.report.standard;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The eight standards at the beginning of the sample log, in its order. */
@Schema(
    description =
        "One of the eight standards for brainstorming. `relaxed`: relaxed and informal, with lateral"
            + " thinking. `no-judging`: neither criticism nor praise of ideas. `participation`:"
            + " everyone takes part. `group-size`: groups of five to seven people. `environment`: a"
            + " comfortable environment. `problem`: a defined problem and criteria. `quiet-time`:"
            + " plenty of quiet time to write. `breaks`: breaks in a long session.")
public enum Standard {
  RELAXED,
  NO_JUDGING,
  PARTICIPATION,
  GROUP_SIZE,
  ENVIRONMENT,
  PROBLEM,
  QUIET_TIME,
  BREAKS;

  /** The name in JSON and in the file of the rules. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static Standard of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
