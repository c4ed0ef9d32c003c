package microstorm.report.log.start;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import microstorm.report.log.markup.DateForms;
import microstorm.report.log.markup.FactRow;
import microstorm.report.log.markup.FieldLine;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Markup;
import microstorm.report.log.markup.Regions;
import microstorm.report.log.markup.SessionHeading;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.words.Words;

/**
 * Finds the sessions of a log. Headings of the log's own grammar ({@code ### Session : 1}) decide
 * if there are any. Otherwise the sessions begin at headings with dates or numbers, and a text
 * without them may be the record of one session.
 */
public final class SessionStarts {
  private static final int LINES_BELOW = 6;
  private static final int LINES_OF_FIELDS = 60;
  private static final String FRONT_MATTER = "---";

  private final List<LogLine> lines;
  private final Regions regions;
  private final int frontMatter;
  private final List<FoundHeading> headings;

  private SessionStarts(List<LogLine> lines, Regions regions) {
    this.lines = lines;
    this.regions = regions;
    this.frontMatter = frontMatter();
    this.headings = FoundHeading.all(lines, regions, frontMatter);
  }

  /** The sessions in order; empty if there is none. */
  public static List<SessionStart> of(List<LogLine> lines, Regions regions) {
    List<SessionStart> own = own(lines, regions);
    return own.isEmpty() ? new SessionStarts(lines, regions).general() : own;
  }

  /**
   * The regions of a log. Without headings of the log's own grammar, a heading with a date or a
   * number ends a fence that is never closed.
   */
  public static Regions regions(List<LogLine> lines) {
    Regions regions = new Regions(lines);
    return own(lines, regions).isEmpty()
        ? new Regions(lines, SessionStarts::mayStartSession)
        : regions;
  }

  private static boolean mayStartSession(LogLine line) {
    FoundHeading heading = line.blank() ? null : FoundHeading.atx(line, 0);
    return heading != null && (heading.words().dated() || heading.words().numbered());
  }

  private static List<SessionStart> own(List<LogLine> lines, Regions regions) {
    List<SessionStart> own = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      SessionHeading heading = regions.inside(i) ? null : SessionHeading.of(lines.get(i));
      if (heading != null) {
        own.add(new SessionStart(i, heading.level(), heading, null));
      }
    }
    return own;
  }

  private List<SessionStart> general() {
    int field = firstField(frontMatter);
    FoundHeading first = headings.isEmpty() ? null : headings.get(0);
    List<FoundHeading> chosen = chosen();
    boolean fieldsAbove = field >= 0 && !chosen.isEmpty() && field < chosen.get(0).line();
    if (chosen.isEmpty()
        || chosen.size() == 1 && (fieldsAbove || frontMatterField())
        || areParts(chosen)) {
      return whole(first, field);
    }
    return chosen.stream().map(h -> new SessionStart(h.line(), h.level(), null, h)).toList();
  }

  /** Whether these are parts of one session, such as rounds: a date is only above all of them. */
  private boolean areParts(List<FoundHeading> chosen) {
    int date = firstField(frontMatter, EnumSet.of(LineKind.DATE));
    return date >= 0
        && date < chosen.get(0).line()
        && chosen.stream().noneMatch(h -> h.words().dated() || hasDateBelow(h));
  }

  private List<FoundHeading> chosen() {
    Predicate<FoundHeading> dated = heading -> heading.words().dated();
    Predicate<FoundHeading> numbered = heading -> heading.words().numbered();
    List<FoundHeading> byDate = largestGroup(dated, 1);
    List<FoundHeading> byNumber = largestGroup(numbered, 1);
    FoundHeading first = headings.isEmpty() ? null : headings.get(0);
    if (byDate.isEmpty()) {
      List<FoundHeading> byField = largestGroup(this::hasDateBelow, 2);
      return byField.size() > byNumber.size() ? byField : byNumber;
    }
    if (byNumber.size() > byDate.size() && byNumber.get(0).group() < byDate.get(0).group()) {
      return byNumber;
    }
    long leading = byDate.stream().filter(heading -> heading.words().beginsWithDate()).count();
    boolean titled =
        leading < 2
            && first.words().dated()
            && !first.words().date().yearless()
            && first.form() == FoundHeading.Form.ATX
            && first.group() < byDate.get(0).group();
    int group = titled ? first.group() : byDate.get(0).group();
    return headings.stream()
        .filter(heading -> heading.group() == group && dated.or(numbered).test(heading))
        .toList();
  }

  private List<FoundHeading> largestGroup(Predicate<FoundHeading> wanted, int least) {
    List<FoundHeading> found = headings.stream().filter(wanted).toList();
    return Stream.iterate(1, group -> group < 24, group -> group + 1)
        .map(group -> found.stream().filter(heading -> heading.group() == group).toList())
        .filter(group -> group.size() >= least)
        .max(
            Comparator.comparingInt((List<FoundHeading> group) -> group.size())
                .thenComparing(group -> -group.get(0).group()))
        .orElse(List.of());
  }

  /** The whole text as one session, if it looks like the record of one. */
  private List<SessionStart> whole(FoundHeading first, int field) {
    boolean named =
        headings.stream().anyMatch(h -> h.words().session() || isSection(h.text(lines)))
            && lines.stream().filter(line -> !line.blank()).count() > 1;
    if (field < 0 && !frontMatterField() && !named) {
      return List.of();
    }
    int level = first == null ? 1 : first.level();
    if (frontMatterField()) {
      return List.of(new SessionStart(0, level, null, null));
    }
    return first != null && (field < 0 || first.line() < field)
        ? List.of(new SessionStart(first.line(), level, null, first))
        : List.of(new SessionStart(field < 0 ? 0 : field, level, null, null));
  }

  private static boolean isSection(String title) {
    return Words.SECTION.contains(Words.lower(title.strip()))
        || Words.PARTICIPANTS.contains(Words.lower(title.strip()));
  }

  private boolean hasDateBelow(FoundHeading heading) {
    int seen = 0;
    for (int i = heading.line() + heading.lines(); i < lines.size() && seen < LINES_BELOW; i++) {
      LogLine line = lines.get(i);
      if (!line.blank()) {
        if (Markup.heading(line) != null) {
          return false;
        }
        if (isField(i, EnumSet.of(LineKind.DATE))) {
          return true;
        }
        seen++;
      }
    }
    return false;
  }

  private boolean frontMatterField() {
    return frontMatter > 0 && firstField(0) < frontMatter && firstField(0) >= 0;
  }

  /** The first line from here that names a date or participants; -1 if there is none. */
  private int firstField(int from) {
    return firstField(from, EnumSet.of(LineKind.DATE, LineKind.PARTICIPANTS));
  }

  private int firstField(int from, Set<LineKind> kinds) {
    for (int i = from; i < Math.min(lines.size(), from + LINES_OF_FIELDS); i++) {
      if (isField(i, kinds)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isField(int i, Set<LineKind> kinds) {
    LogLine line = lines.get(i);
    if (line.blank() || regions.inside(i)) {
      return false;
    }
    int bullet = Markup.bullet(line);
    FieldLine fact = FactRow.at(lines, i);
    FieldLine field = fact == null ? FieldLine.of(line, bullet < 0 ? line.start : bullet) : fact;
    return field != null
        && kinds.contains(field.kind())
        && (field.kind() != LineKind.DATE
            || DateForms.read(line.text, field.value(), field.end()).isPresent());
  }

  /** The line after the front matter; 0 if there is none. */
  private int frontMatter() {
    if (lines.isEmpty() || !lines.get(0).text.strip().equals(FRONT_MATTER)) {
      return 0;
    }
    for (int i = 1; i < Math.min(lines.size(), LINES_OF_FIELDS); i++) {
      String text = lines.get(i).text.strip();
      if (text.equals(FRONT_MATTER) || text.equals("...")) {
        return i + 1;
      }
    }
    return 0;
  }
}
