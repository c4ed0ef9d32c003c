package microstorm.report.platform;

import java.util.List;

/** The result of the check of a point. */
record Finding(State state, String sentence, List<Evidence> evidence) {

  static Finding of(State state, String sentence) {
    return new Finding(state, sentence, List.of());
  }
}
