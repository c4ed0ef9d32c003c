package microstorm.report.log.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Mojibake;
import microstorm.report.log.markup.Regions;
import microstorm.report.log.markup.SessionHeading;
import microstorm.report.log.model.Identities;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.model.LogFrame;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.model.SessionContent;
import microstorm.report.log.render.LogRenderer;
import microstorm.report.problem.ReportProblem;

/**
 * Parses a team's Markdown log: the words become a structure, everything else a layout. {@link
 * LogRenderer} restores the text byte for byte from both. The time is linear in the length of the
 * text.
 */
public final class LogParser {
  private static final char BOM = '\uFEFF';

  private final LogLimits limits;
  private final List<LogLine> lines;
  private final Regions regions;
  private final Identities ids;
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Warnings warnings;

  private LogParser(UUID teamId, String text, LogLimits limits) {
    this.limits = limits;
    this.lines = LogLine.split(text);
    this.regions = new Regions(lines);
    this.ids = new Identities(teamId);
    this.warnings = new Warnings(limits.warnings());
  }

  /**
   * Parses a log.
   *
   * @param teamId the owner of the log; the sessions' ids are derived from this id
   * @param text with any line ends, with or without a byte order mark
   * @throws LogRefused if the text has no session ({@code no-session}), has a NUL character ({@code
   *     control-character}), or exceeds a limit
   */
  public static ParsedLog parse(UUID teamId, String text, LogLimits limits) {
    boolean bom = !text.isEmpty() && text.charAt(0) == BOM;
    String body = bom ? text.substring(1) : text;
    int nul = body.indexOf('\0');
    if (nul >= 0) {
      int line = LogLine.split(body.substring(0, nul + 1)).size();
      throw new LogRefused(
          ReportProblem.CONTROL_CHARACTER,
          "The text has a NUL character, which is not allowed. Remove it.",
          line);
    }
    int lines = (int) body.chars().filter(c -> c == '\n' || c == '\r').count();
    limits.check(
        lines,
        LogLimits.LINES,
        ReportProblem.TOO_MANY_LINES,
        "line ends in the log",
        LogLimits.LINES);
    return new LogParser(teamId, body, limits).parse(bom);
  }

  private ParsedLog parse(boolean bom) {
    List<Integer> starts = sessionStarts();
    int end = lines.size();
    while (end > 0 && lines.get(end - 1).blank()) {
      end--;
    }
    StringBuilder tail = new StringBuilder();
    lines.subList(end, lines.size()).forEach(line -> tail.append(line.raw()));
    warnAboutText(0, starts.get(0));
    LogFrame frame = new FrameParser().parse(bom, lines, regions, starts.get(0), tail.toString());
    List<ParsedSession> sessions = new ArrayList<>(starts.size());
    for (int i = 0; i < starts.size(); i++) {
      boolean last = i == starts.size() - 1;
      sessions.add(session(starts.get(i), last ? end : starts.get(i + 1), last));
    }
    return new ParsedLog(frame, sessions, warnings.byLine(), warnings.more());
  }

  private List<Integer> sessionStarts() {
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!regions.inside(i) && SessionHeading.of(lines.get(i)) != null) {
        starts.add(i);
        limits.check(
            starts.size(),
            limits.sessions(),
            ReportProblem.TOO_MANY_SESSIONS,
            "sessions in the log",
            i + 1);
      }
    }
    if (starts.isEmpty()) {
      throw new LogRefused(
          ReportProblem.NO_SESSION,
          "The text has no session. Begin each session with a heading like \"### Session : 1\".",
          null);
    }
    return starts;
  }

  private ParsedSession session(int from, int to, boolean last) {
    LogLine heading = lines.get(from);
    int bytes = 0;
    for (LogLine line : lines.subList(from, to)) {
      bytes += LogText.utf8Length(line.text) + line.end.length();
    }
    limits.check(
        bytes,
        limits.sessionBytes(),
        ReportProblem.SESSION_TOO_LARGE,
        "bytes in this session",
        heading.number);
    SessionDraft draft =
        new SessionDraft(heading, SessionHeading.of(heading).level(), limits, warnings);
    new SessionParser(draft).parse(lines, regions, from, to);
    warnAboutText(from, to);
    warnAboutSession(draft);
    return IdAssigner.session(draft, ids, last);
  }

  private void warnAboutText(int from, int to) {
    for (LogLine line : lines.subList(from, to)) {
      String repaired = Mojibake.repair(line.text);
      if (!repaired.equals(line.text)) {
        warnings.add(line.number, "mojibake", mojibake(line.text, repaired));
      }
      if (line.text.indexOf('\uFFFD') >= 0) {
        warnings.add(
            line.number,
            "replacement-character",
            "A character on this line was lost before the import: U+FFFD stands in its place.");
      }
    }
  }

  /** Quotes the word around the first difference, before and after the repair. */
  private static String mojibake(String text, String repaired) {
    int at = 0;
    while (at < repaired.length() && text.charAt(at) == repaired.charAt(at)) {
      at++;
    }
    int from = at;
    while (from > 0
        && at - from < Warnings.QUOTED / 2
        && !Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    return String.format(
        "This looks like UTF-8 that was read as windows-1252: %s. With repair=true it becomes %s.",
        Warnings.quote(word(text, from, at)), Warnings.quote(word(repaired, from, at)));
  }

  private static String word(String text, int from, int at) {
    int to = at;
    while (to < text.length()
        && to - at < Warnings.QUOTED / 2
        && !Character.isWhitespace(text.charAt(to))) {
      to++;
    }
    return text.substring(from, to);
  }

  private void warnAboutSession(SessionDraft draft) {
    SessionContent content = draft.content();
    int line = draft.heading.number;
    if (content.title() == null) {
      warnings.add(line, "title-missing", "This session has no title.");
    }
    if (content.date() == null && !draft.has(LineKind.DATE)) {
      warnings.add(line, "date-missing", "This session has no date.");
    }
    Integer first = content.number() == null ? null : numbers.putIfAbsent(content.number(), line);
    if (first != null) {
      warnings.add(
          line,
          "number-twice",
          "Session number " + content.number() + " is already used on line " + first + ".");
    }
    if (content.title() != null) {
      Integer same = seen.putIfAbsent(content.date() + " " + content.title(), line);
      if (same != null) {
        warnings.add(
            line,
            "session-twice",
            "A session with the same date and title is already on line " + same + ".");
      }
    }
  }
}
