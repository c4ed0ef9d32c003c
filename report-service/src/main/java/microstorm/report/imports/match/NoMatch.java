package microstorm.report.imports.match;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a session of a log that was nearly matched is a new one. */
@Schema(
    description =
        "Why a session that was nearly matched was taken as a new one. `not-unique`: more than one"
            + " session has its text. `other-heading`: one has its text, but another number, title"
            + " and date. `too-short`: its text is too short to recognize it by. `too-many`: there"
            + " are too many sessions to compare it with. `words-removed`: it has words that were removed"
            + " from another session, and were not imported. `not-compared`: there are too many"
            + " sessions whose words were removed to compare it with, so it has all its words.")
public enum NoMatch {
  NOT_UNIQUE(
      "More than one session has this text, so it is not clear which one this is. It was taken as"
          + " a new session."),
  OTHER_HEADING(
      "A session with the same text is here, but its number, title and date differ too much. This"
          + " one was taken as a new session."),
  TOO_SHORT(
      "A session with the same date or number is here, but this text is too short to recognize it."
          + " It was taken as a new session."),
  TOO_MANY(
      "Too many sessions with the same date or number are here to compare this one with them. It"
          + " was taken as a new session."),
  WORDS_REMOVED(
      "Words of this session were removed from another session that is here, and were not"
          + " imported. This one was taken as a new session."),
  NOT_COMPARED(
      "Too many sessions whose words were removed are here to compare this one with them. It was"
          + " taken as a new session, with all its words.");

  private final String sentence;

  NoMatch(String sentence) {
    this.sentence = sentence;
  }

  /** The name in JSON. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reason as a sentence. */
  public String sentence() {
    return sentence;
  }
}
