package microstorm.report.platform;

import java.util.List;

/** What was found about a point. */
record Finding(State state, String sentence, List<Evidence> evidence) {

  static Finding of(State state, String sentence) {
    return new Finding(state, sentence, List.of());
  }
}
