package microstorm.report.log.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Markup;
import microstorm.report.log.markup.Regions;
import microstorm.report.log.model.Identities;
import microstorm.report.log.model.LogFrame;
import microstorm.report.log.model.ParsedLog;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.start.DocumentHints;
import microstorm.report.log.start.MissingSessions;
import microstorm.report.log.start.SessionStart;
import microstorm.report.log.start.SessionStarts;
import microstorm.report.problem.ReportProblem;

/**
 * Parses a team's Markdown log: the words become a structure, everything else a layout. The
 * renderer restores the text byte for byte from both. The time is linear in the length of the text.
 */
public final class LogParser {
  private static final char BOM = '\uFEFF';

  private final LogLimits limits;
  private final List<LogLine> lines;
  private final Regions regions;
  private final Identities ids;
  private final Warnings warnings;
  private final SessionChecks sessionChecks;
  private DocumentHints hints;

  private LogParser(UUID teamId, Set<UUID> deleted, String text, LogLimits limits) {
    this.limits = limits;
    this.lines = LogLine.split(text);
    this.regions = SessionStarts.regions(lines);
    this.ids = new Identities(teamId, deleted);
    this.warnings = new Warnings(limits.warnings());
    this.sessionChecks = new SessionChecks(warnings);
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
    return parse(teamId, Set.of(), text, limits);
  }

  /**
   * Parses a log.
   *
   * @param deleted the ids of the team's deleted sessions: a session with such an identity gets
   *     another id
   */
  public static ParsedLog parse(UUID teamId, Set<UUID> deleted, String text, LogLimits limits) {
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
    return new LogParser(teamId, deleted, body, limits).parse(bom);
  }

  private ParsedLog parse(boolean bom) {
    List<SessionStart> starts = sessionStarts();
    int end = lines.size();
    while (end > 0 && lines.get(end - 1).blank()) {
      end--;
    }
    StringBuilder tail = new StringBuilder();
    lines.subList(end, lines.size()).forEach(line -> tail.append(line.raw()));
    hints = DocumentHints.of(lines, starts);
    if (starts.get(0).own() == null) {
      regions.unclosed().forEach(this::warnOfFence);
    }
    int first = starts.get(0).line();
    TextChecks.warn(lines.subList(0, first), warnings);
    LogFrame frame = new FrameParser().parse(bom, lines, regions, first, tail.toString());
    List<SessionDraft> drafts = new ArrayList<>(starts.size());
    for (int i = 0; i < starts.size(); i++) {
      boolean last = i == starts.size() - 1;
      drafts.add(session(starts.get(i), last ? end : starts.get(i + 1).line()));
    }
    new YearInference(drafts, lines, warnings).complete();
    List<ParsedSession> sessions = new ArrayList<>(starts.size());
    for (SessionDraft draft : drafts) {
      sessionChecks.warn(draft);
      sessions.add(IdAssigner.session(draft, ids, sessions.size() == starts.size() - 1));
    }
    return new ParsedLog(frame, sessions, warnings.byLine(), warnings.more());
  }

  private void warnOfFence(int line) {
    warnings.add(
        line + 1,
        "fence-not-closed",
        "This code has no closing line. It was read as code up to the next session.");
  }

  private List<SessionStart> sessionStarts() {
    List<SessionStart> starts = SessionStarts.of(lines, regions);
    if (starts.isEmpty()) {
      throw new LogRefused(
          ReportProblem.NO_SESSION,
          "The text has no session. " + MissingSessions.of(lines, regions),
          null);
    }
    if (starts.size() > limits.sessions()) {
      limits.check(
          limits.sessions() + 1,
          limits.sessions(),
          ReportProblem.TOO_MANY_SESSIONS,
          "sessions in the log",
          starts.get(limits.sessions()).line() + 1);
    }
    return starts;
  }

  private SessionDraft session(SessionStart start, int to) {
    int from = start.line();
    LogLine heading = lines.get(from);
    int bytes = 0;
    for (LogLine line : lines.subList(from, to)) {
      bytes += utf8Length(line.text) + line.end.length();
    }
    limits.check(
        bytes,
        limits.sessionBytes(),
        ReportProblem.SESSION_TOO_LARGE,
        "bytes in this session",
        heading.number);
    SessionDraft draft = new SessionDraft(heading, level(start, to), hints, limits, warnings);
    new SessionParser(draft).parse(lines, regions, start, to);
    TextChecks.warn(lines.subList(from, to), warnings);
    return draft;
  }

  /** The level below which topics begin: a session may have sections of its own level. */
  private int level(SessionStart start, int to) {
    if (!start.marked()) {
      return 0;
    }
    for (int i = start.line() + 1; i < to; i++) {
      Markup.Heading heading =
          regions.inside(i) || lines.get(i).blank() ? null : Markup.heading(lines.get(i));
      if (heading != null
          && heading.level() == start.level()
          && heading.end() > heading.start()
          && !Markup.referenceTitle(
              lines
                  .get(i)
                  .text
                  .substring(
                      heading.start(),
                      Markup.withoutColon(lines.get(i).text, heading.start(), heading.end())))) {
        return start.level() - 1;
      }
    }
    return start.level();
  }

  /** How many bytes UTF-8 needs for this, without encoding it. */
  private static int utf8Length(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
