package microstorm.report.log.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import microstorm.report.log.markup.Escape;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Markup;
import microstorm.report.log.markup.TopicRank;
import microstorm.report.log.model.IdeaKind;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.model.ParsedIdea;

/**
 * Writes topics and ideas. The renderer uses a layout line if a parser would then find the entry in
 * the right place. Otherwise, and for entries without a layout, it uses the mark of the previous
 * sibling or the default mark.
 */
final class EntryRenderer {
  private final LogWriter out;
  private final int level;
  private final String end;
  private final TopicRanks ranks;
  private final BulletMarks bullets = new BulletMarks();
  private boolean referenceTopic;
  private boolean afterTitle = true;

  /** Whether the text above is a bullet that the layout does not know. */
  private boolean newBullet;

  EntryRenderer(LogWriter out, int level, int topicDepth, String end) {
    this.out = out;
    this.level = level;
    this.end = end;
    this.ranks = new TopicRanks(level, topicDepth);
  }

  /** Closes all bullets, after a field or label was written. */
  void section() {
    bullets.closeList();
    afterTitle = true;
    newBullet = false;
  }

  /** The line without an indentation that would make it a continuation of the bullet above. */
  LayoutLine outdented(LayoutLine line) {
    boolean nested = newBullet && LogLine.skipSpace(line.first(), 0, line.first().length()) > 0;
    if (line.kind() == LineKind.BLANK || !nested && !continuesBullet(line, "")) {
      return line;
    }
    List<String> literals = new ArrayList<>(line.literals());
    literals.set(0, line.first().stripLeading());
    return new LayoutLine(line.kind(), null, literals, line.pattern(), line.date());
  }

  /**
   * Writes an entry with its layout line, or as a new entry if a parser would no longer find it in
   * the right place.
   *
   * @param displaced whether another line was above it in the layout. A line without a mark would
   *     then continue the text above.
   */
  void place(Outline.Entry entry, LayoutLine line, boolean displaced) throws IOException {
    if (displaced && line.first().isBlank()) {
      out.blankLine(end);
    }
    if (entry.topic() != null) {
      placeTopic(entry, line);
    } else {
      placeIdea(entry, line);
    }
  }

  private void placeTopic(Outline.Entry entry, LayoutLine line) throws IOException {
    int rank = TopicRank.of(line.first(), level);
    if (line.slots() == 1
        && !continuesBullet(line, entry.topic().title())
        && ranks.fits(entry, rank)) {
      out.write(line.first() + entry.topic().title() + line.last());
      enter(entry, rank);
    } else {
      add(entry);
    }
  }

  private void placeIdea(Outline.Entry entry, LayoutLine line) throws IOException {
    String mark = line.first();
    int afterIndent = LogLine.skipSpace(mark, 0, mark.length());
    boolean box = mark.isBlank() && entry.idea().kind().bullet() && isBox(entry.idea().text());
    boolean bulletLine = box || mark.length() > afterIndent && mark.charAt(afterIndent) != '>';
    int column = BulletMarks.column(mark);
    UUID parent = bulletLine ? bullets.parentAt(column) : null;
    if (bulletLine == entry.idea().kind().bullet()
        && (bulletLine || !continuesBullet(line, entry.idea().text()))
        && Objects.equals(parent, entry.parentId())) {
      String pad = end + " ".repeat(LogLine.columns(mark, mark.length()));
      out.write(line.filledWithLines(entry.idea().text(), pad));
      if (bulletLine) {
        bullets.enter(entry, column, box ? mark + "- " : mark);
      } else {
        bullets.closeList();
      }
      afterTitle = false;
      newBullet = false;
    } else {
      add(entry);
    }
  }

  /** Whether the text is a bullet without a mark before it. */
  private static boolean isBox(String text) {
    return Markup.boxEnd(text, 0, text.length()) > 0;
  }

  /** Whether a parser would read this indented line as a continuation of the bullet above. */
  private boolean continuesBullet(LayoutLine line, String text) {
    if (!bullets.isListOpen() || LogLine.skipSpace(line.first(), 0, line.first().length()) == 0) {
      return false;
    }
    return Markup.bullet(LogLine.split(line.first() + text).get(0)) < 0;
  }

  /** Writes an entry that has no layout. */
  void add(Outline.Entry entry) throws IOException {
    if (entry.topic() != null) {
      addTopic(entry);
    } else if (entry.idea().kind().bullet() || entry.parentId() != null) {
      addBullet(entry);
    } else {
      addParagraph(entry.idea());
    }
    if (entry.topic() == null) {
      afterTitle = false;
    }
  }

  private void addTopic(Outline.Entry entry) throws IOException {
    if (afterTitle) {
      out.endLine(end);
    } else {
      out.blankLine(end);
    }
    String title = entry.topic().title();
    int rank = ranks.of(entry);
    if (Markup.referenceTitle(title) && rank == TopicRank.BOLD) {
      out.blankLine(end);
      out.write(title + " :" + end + end);
    } else {
      out.write(TopicRank.before(rank) + Escape.title(title) + TopicRank.after(rank) + end);
    }
    enter(entry, rank);
  }

  private void enter(Outline.Entry entry, int rank) {
    section();
    ranks.enter(entry, rank);
    referenceTopic = Markup.referenceTitle(entry.topic().title());
  }

  private void addBullet(Outline.Entry entry) throws IOException {
    out.endLine(end);
    if (!afterTitle && entry.parentId() == null && isTitle(out.lastText())) {
      out.blankLine(end);
      out.write("---" + end); // otherwise the text above would become the title of this list
    }
    String mark = bullets.of(entry, referenceTopic);
    int column = BulletMarks.column(mark);
    String pad = end + " ".repeat(column + 2);
    out.write(mark + Escape.lines(entry.idea().text()).replace("\n", pad) + end);
    bullets.enter(entry, column, mark);
    newBullet = true;
  }

  private static boolean isTitle(String text) {
    return !text.isBlank() && Markup.isSectionTitle(LogLine.split(text).get(0));
  }

  /** Writes a quote or note as a separate paragraph. */
  private void addParagraph(ParsedIdea idea) throws IOException {
    String text = idea.text();
    boolean marked =
        idea.kind() == IdeaKind.QUOTE
            && (text.indexOf('\n') >= 0 || !Markup.openingQuote(text.charAt(0)));
    String mark = marked ? "> " : "";
    out.blankLine(end);
    out.write(mark + text.replace("\n", end + mark) + end + end);
    bullets.closeList();
  }
}
