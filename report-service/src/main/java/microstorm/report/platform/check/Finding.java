package microstorm.report.platform.check;

import java.util.List;

/** The result of the check of a point. */
public record Finding(State state, String sentence, List<Evidence> evidence) {

  public static Finding of(State state, String sentence) {
    return new Finding(state, sentence, List.of());
  }
}
