package microstorm.report.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.report.database.StoredJson;
import microstorm.report.log.markup.Quotation;
import microstorm.report.log.model.LogFrame;
import microstorm.report.log.model.LogWarning;

/**
 * Stores the text before the first session of a log. A second log does not replace that of the
 * first.
 */
@ApplicationScoped
class LogFrames {

  private static final int MOST_QUOTED = 3;

  private final LogSessions sessions;
  private final LogJson json;
  private final StoredJson stored;

  LogFrames(LogSessions sessions, LogJson json, StoredJson stored) {
    this.sessions = sessions;
    this.json = json;
    this.stored = stored;
  }

  /**
   * Whether a frame of the log book was replaced, and a warning about what is lost or not taken.
   */
  record Stored(boolean changed, List<LogWarning> warnings) {}

  /**
   * Stores the frame of a log. A log without a frame of its own changes nothing.
   *
   * @param before the frame of the log book as JSON; null if there is none
   * @param edition whether the log has sessions of the log book, so that it is an edition of it
   */
  Stored store(UUID teamId, LogFrame frame, String before, boolean edition) {
    boolean empty = frame.title() == null && frame.standards().isEmpty() && frame.note() == null;
    String after = json.write(frame);
    if (before == null) {
      sessions.setFrame(teamId, after);
      return new Stored(false, List.of());
    }
    if (empty || json.same(before, after)) {
      return new Stored(false, List.of());
    }
    List<String> old = texts(stored.read(before, LogFrame.class));
    List<String> texts = texts(frame);
    if (!edition) {
      texts.removeAll(old);
      return new Stored(
          false,
          warning(
              "frame-kept",
              "The log book has no session of this log, so it keeps its own text before the first"
                  + " session. Not taken from this log: ",
              texts));
    }
    sessions.setFrame(teamId, after);
    old.removeAll(texts);
    return new Stored(
        true,
        warning(
            "frame-replaced",
            "The text before the first session replaced an earlier text, which also had: ",
            old));
  }

  private static List<LogWarning> warning(String code, String sentence, List<String> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    String quoted =
        texts.stream().limit(MOST_QUOTED).map(Quotation::of).collect(Collectors.joining(", "));
    String more =
        texts.size() > MOST_QUOTED ? " and " + (texts.size() - MOST_QUOTED) + " more" : "";
    return List.of(new LogWarning(1, code, sentence + quoted + more + "."));
  }

  private static List<String> texts(LogFrame frame) {
    return new ArrayList<>(
        Stream.of(
                Stream.of(frame.title(), frame.note(), frame.standardsTitle()),
                frame.standards().stream(),
                frame.notes().stream())
            .flatMap(texts -> texts)
            .filter(Objects::nonNull)
            .toList());
  }
}
