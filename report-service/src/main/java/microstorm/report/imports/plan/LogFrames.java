package microstorm.report.imports.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.report.database.StoredJson;
import microstorm.report.edition.LogJson;
import microstorm.report.log.markup.Quotation;
import microstorm.report.log.model.LogFrame;
import microstorm.report.log.model.LogWarning;
import microstorm.report.log.model.WarningValues;

/**
 * Plans the text before the first session of a log book. A second log does not replace that of the
 * first.
 */
@ApplicationScoped
class LogFrames {

  private static final int MOST_QUOTED = 3;

  private final LogJson json;
  private final StoredJson stored;

  LogFrames(LogJson json, StoredJson stored) {
    this.json = json;
    this.stored = stored;
  }

  /**
   * The frame after an import.
   *
   * @param frame as JSON; null if that of the log book stays
   * @param replaced whether it replaces an earlier one
   * @param warnings about what is lost or not taken
   */
  record Planned(String frame, boolean replaced, List<LogWarning> warnings) {}

  /**
   * Plans the frame. A log without a frame of its own changes nothing.
   *
   * @param before the frame of the log book as JSON; null if there is none
   * @param edition whether the log has sessions of the log book, so that it is an edition of it
   */
  Planned plan(LogFrame frame, String before, boolean edition) {
    boolean empty = frame.title() == null && frame.standards().isEmpty() && frame.note() == null;
    String after = json.write(frame);
    if (before == null) {
      return new Planned(after, false, List.of());
    }
    if (empty || json.same(before, after)) {
      return new Planned(null, false, List.of());
    }
    List<String> old = texts(stored.read(before, LogFrame.class));
    List<String> texts = texts(frame);
    if (!edition) {
      texts.removeAll(old);
      return new Planned(
          null,
          false,
          warning(
              "frame-kept",
              "The log book has no session of this log, so it keeps its own text before the first"
                  + " session. Not taken from this log: ",
              texts));
    }
    old.removeAll(texts);
    return new Planned(
        after,
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
    WarningValues values =
        WarningValues.ofTexts(
            texts.stream().limit(MOST_QUOTED).map(Quotation::shorten).toList(),
            Math.max(0, texts.size() - MOST_QUOTED));
    return List.of(new LogWarning(1, code, sentence + quoted + more + ".", values));
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
