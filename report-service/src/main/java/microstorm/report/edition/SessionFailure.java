package microstorm.report.edition;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a session of a log could not be imported. */
@Schema(
    name = "ImportFailureCode",
    description =
        "Why a session could not be imported. `session-of-another-team`, `board-of-another-team`:"
            + " another team has it. `team-missing`: the team does not exist."
            + " `session-dead-letter`, `board-dead-letter`: the session or its board could not be"
            + " created. `participants-unreadable`, `board-unreadable`, `dead-letter`: some events"
            + " could not be read.")
public enum SessionFailure {
  SESSION_OF_ANOTHER_TEAM("The session belongs to another team."),
  TEAM_MISSING("The team that this log belongs to does not exist."),
  SESSION_DEAD_LETTER(
      "The session could not be imported. Ask the operator for the dead letter {event}."),
  BOARD_OF_ANOTHER_TEAM("The board belongs to another team."),
  BOARD_DEAD_LETTER(
      "The board could not be imported. Ask the operator for the dead letter {event}."),
  PARTICIPANTS_UNREADABLE(
      "Some events of this session's participants could not be read. The operator can replay them"
          + " from the dead letters."),
  BOARD_UNREADABLE(
      "Some events of this session's board could not be read. The operator can replay them from"
          + " the dead letters."),
  DEAD_LETTER("An event of this session could not be read and is a dead letter: {event}");

  private final String sentence;

  SessionFailure(String sentence) {
    this.sentence = sentence;
  }

  /** The failure with this code. */
  public static Optional<SessionFailure> of(@Nullable String code) {
    return Stream.of(values()).filter(failure -> failure.code().equals(code)).findFirst();
  }

  /** How the reason of another service is stored: the sentence, if the code is not known. */
  public static String stored(@Nullable String code, @Nullable UUID event, String sentence) {
    return of(code).map(failure -> failure.stored(event)).orElse(sentence);
  }

  /** How it is stored: the code, which the id of an event may follow. */
  public String stored(@Nullable UUID event) {
    return event == null ? code() : code() + " " + event;
  }

  /** The name in JSON. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The sentence with the id of the event, if it has one. */
  public String sentence(@Nullable String event) {
    return sentence.replace("{event}", String.valueOf(event));
  }
}
