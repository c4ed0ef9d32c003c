package microstorm.report.log.start;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import microstorm.report.log.markup.DateForms;
import microstorm.report.log.markup.FieldLine;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Markup;
import microstorm.report.log.markup.Quotation;
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
    List<SessionStart> own = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      SessionHeading heading = regions.inside(i) ? null : SessionHeading.of(lines.get(i));
      if (heading != null) {
        own.add(new SessionStart(i, heading.level(), heading, null));
      }
    }
    return own.isEmpty() ? new SessionStarts(lines, regions).general() : own;
  }

  /** A sentence about a text without sessions: what it has, and what to change. */
  public static String found(List<LogLine> lines, Regions regions) {
    List<FoundHeading> headings = FoundHeading.all(lines, regions, 0);
    long bullets = lines.stream().filter(line -> Markup.bullet(line) >= 0).count();
    String examples =
        headings.stream()
            .limit(3)
            .map(h -> Quotation.of(h.text(lines)) + " on line " + (h.line() + 1))
            .reduce((one, two) -> one + ", " + two)
            .map(text -> " (" + text + ")")
            .orElse("");
    return String.format(
        Locale.ROOT,
        "Headings: %,d%s; list items: %,d. No heading has a date or the number of a session, and"
            + " no line gives a date or participants. Write a heading such as"
            + " \"## 2026-01-31\" or \"### Session : 1\" above each session. If the text is about"
            + " one session, write a line such as \"Date: 2026-01-31\" at its beginning.",
        headings.size(),
        examples,
        bullets);
  }

  private List<SessionStart> general() {
    int field = firstField(frontMatter);
    FoundHeading first = headings.isEmpty() ? null : headings.get(0);
    List<FoundHeading> chosen = chosen();
    boolean fieldsAbove = field >= 0 && !chosen.isEmpty() && field < chosen.get(0).line();
    if (chosen.isEmpty() || chosen.size() == 1 && (fieldsAbove || frontMatterField())) {
      return whole(first, field);
    }
    return chosen.stream().map(h -> new SessionStart(h.line(), h.level(), null, h)).toList();
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
    boolean titled =
        first.words().dated()
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
        if (isField(i, LineKind.DATE)) {
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
    for (int i = from; i < Math.min(lines.size(), from + LINES_OF_FIELDS); i++) {
      if (isField(i, LineKind.DATE) || isField(i, LineKind.PARTICIPANTS)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isField(int i, LineKind kind) {
    LogLine line = lines.get(i);
    if (line.blank() || regions.inside(i)) {
      return false;
    }
    int bullet = Markup.bullet(line);
    FieldLine field = FieldLine.of(line, bullet < 0 ? line.start : bullet);
    return field != null
        && field.kind() == kind
        && (kind != LineKind.DATE
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
