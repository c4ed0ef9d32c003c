package microstorm.report.standard;

import static microstorm.report.course.SessionPhase.LOBBY;
import static microstorm.report.course.SessionPhase.QUIET;
import static microstorm.report.course.SessionPhase.SHARING;
import static microstorm.report.standard.MeasureUnit.COUNT;
import static microstorm.report.standard.MeasureUnit.MINUTES;
import static microstorm.report.standard.MeasureUnit.PERCENT;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import microstorm.report.course.SessionPhase;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is measured in a session. {@code docs/standards.md} says how. */
@Schema(
    description =
        "What is measured. `people`: the people who took part, without observers. `participants`:"
            + " those of them who were not facilitators. `ideas`: the ideas in the report."
            + " `ideas-per-person`: ideas divided by people. `build-ons`: ideas that build on"
            + " another. `build-on-share`: their share of the ideas. `hints`: how often an author"
            + " got a hint about praise or criticism. `hint-share`: hints divided by ideas."
            + " `writers`: the people who wrote ideas. `writer-share`: writers divided by"
            + " participants, at most 100. `balance`: how evenly the ideas are spread over the people"
            + " (normalized entropy), 100 if everyone wrote equally many. `smallest-group` and"
            + " `largest-group`: the people in the smallest and the largest room, or in the whole"
            + " group. `checklist-items`: the ticked items of the checklist. `problem`: 1 with a"
            + " problem, otherwise 0. `criteria`: the criteria. `quiet-minutes`: the length of the"
            + " quiet phase without breaks. `breaks`: the breaks. `break-minutes`: their length."
            + " `longest-work`: the longest time of work without a break.")
public enum Measure {
  PEOPLE(COUNT, null),
  PARTICIPANTS(COUNT, null),
  IDEAS(COUNT, null),
  IDEAS_PER_PERSON(COUNT, null),
  BUILD_ONS(COUNT, SHARING),
  BUILD_ON_SHARE(PERCENT, SHARING),
  HINTS(COUNT, null),
  HINT_SHARE(PERCENT, null),
  WRITERS(COUNT, null),
  WRITER_SHARE(PERCENT, null),
  BALANCE(PERCENT, null),
  SMALLEST_GROUP(COUNT, null),
  LARGEST_GROUP(COUNT, null),
  CHECKLIST_ITEMS(COUNT, LOBBY),
  PROBLEM(COUNT, LOBBY),
  CRITERIA(COUNT, LOBBY),
  QUIET_MINUTES(MINUTES, QUIET),
  BREAKS(COUNT, null),
  BREAK_MINUTES(MINUTES, null),
  LONGEST_WORK(MINUTES, null);

  private final MeasureUnit unit;
  private final @Nullable SessionPhase phase;

  Measure(MeasureUnit unit, @Nullable SessionPhase phase) {
    this.unit = unit;
    this.phase = phase;
  }

  MeasureUnit unit() {
    return unit;
  }

  /** The phase that it is about; null for the whole session. */
  @Nullable SessionPhase phase() {
    return phase;
  }

  /** The name in JSON and in the file of the rules. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  static Measure of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
