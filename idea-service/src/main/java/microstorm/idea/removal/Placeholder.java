package microstorm.idea.removal;

import java.util.Map;

/** The text that a board, a report and a log show in place of removed content. */
final class Placeholder {

  private static final Map<String, String> TEXTS =
      Map.of(
          "en", "An idea was removed by the facilitator.",
          "de", "Eine Idee wurde von der Moderation entfernt.");

  private Placeholder() {}

  /** The text in the language of a session. */
  static String in(String language) {
    return TEXTS.get(language);
  }
}
