package microstorm.report.log.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import microstorm.report.log.markup.Escape;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Markup;
import microstorm.report.log.markup.Nesting;
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
  private final int topicDepth;
  private final String end;
  private final Nesting topics = Nesting.ofTopics();
  private final Nesting bullets = Nesting.ofBullets();
  private final Map<UUID, Integer> ranks = new HashMap<>();
  private final Map<UUID, Integer> indents = new HashMap<>();

  /** The mark of the last bullet or topic inside a parent; the key null is the top level. */
  private final Map<UUID, String> bulletMarks = new HashMap<>();

  private final Map<UUID, Integer> siblingRanks = new HashMap<>();
  private boolean referenceTopic;
  private boolean afterTitle = true;

  EntryRenderer(LogWriter out, int level, int topicDepth, String end) {
    this.out = out;
    this.level = level;
    this.topicDepth = Math.max(topicDepth, 2);
    this.end = end;
  }

  /** Closes all bullets, after a field or label was written. */
  void section() {
    bullets.clear();
    afterTitle = true;
  }

  /** The line without an indentation that would make it a continuation of the bullet above. */
  LayoutLine outdented(LayoutLine line) {
    if (line.kind() == LineKind.BLANK || !continuesBullet(line, "")) {
      return line;
    }
    List<String> literals = new ArrayList<>(line.literals());
    literals.set(0, line.first().stripLeading());
    return new LayoutLine(line.kind(), null, literals, line.pattern(), line.date());
  }

  /**
   * Writes an entry with its layout line, or as a new entry if a parser would no longer find it in
   * the right place.
   */
  void place(Outline.Entry entry, LayoutLine line) throws IOException {
    if (entry.topic() != null) {
      int rank = TopicRank.of(line.first(), level);
      boolean fits =
          line.slots() == 1
              && !continuesBullet(line, entry.topic().title())
              && Objects.equals(topics.parentAt(rank), entry.parentId());
      if (fits) {
        out.write(line.first() + entry.topic().title() + line.last());
        enter(entry, rank);
      } else {
        add(entry);
      }
      return;
    }
    String indent =
        line.first().substring(0, LogLine.skipSpace(line.first(), 0, line.first().length()));
    boolean bulletLine =
        line.first().length() > indent.length()
            && "-+*0123456789".indexOf(line.first().charAt(indent.length())) >= 0;
    int column = LogLine.columns(indent, indent.length());
    UUID parent = bulletLine ? bullets.parentAt(column) : null;
    if (bulletLine == entry.idea().kind().bullet()
        && (bulletLine || !continuesBullet(line, entry.idea().text()))
        && Objects.equals(parent, entry.parentId())) {
      String pad = end + " ".repeat(LogLine.columns(line.first(), line.first().length()));
      out.write(line.filledWithLines(entry.idea().text(), pad));
      if (bulletLine) {
        enterBullet(entry, column, line.first());
      } else {
        bullets.clear();
      }
      afterTitle = false;
    } else {
      add(entry);
    }
  }

  /** Whether a parser would read this indented line as a continuation of the bullet above. */
  private boolean continuesBullet(LayoutLine line, String text) {
    if (bullets.size() == 0 || LogLine.skipSpace(line.first(), 0, line.first().length()) == 0) {
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
    int rank = rank(entry);
    if (Markup.referenceTitle(title) && rank == TopicRank.BOLD) {
      out.blankLine(end);
      out.write(title + " :" + end + end);
    } else {
      out.write(TopicRank.before(rank) + Escape.title(title) + TopicRank.after(rank) + end);
    }
    enter(entry, rank);
  }

  private int rank(Outline.Entry entry) {
    Integer sibling = siblingRanks.get(entry.parentId());
    if (sibling != null) {
      return sibling;
    }
    int fromBottom = topicDepth - entry.depth();
    int heading = level + entry.depth();
    int rank =
        fromBottom > 1 && heading <= 6
            ? heading
            : fromBottom > 0 ? TopicRank.BOLD : TopicRank.BOLD_ITALIC;
    Integer parent = ranks.get(entry.parentId());
    return parent == null ? rank : Math.min(Math.max(rank, parent + 1), TopicRank.BOLD_ITALIC);
  }

  private void enter(Outline.Entry entry, int rank) {
    section();
    topics.enter(entry.id(), rank);
    ranks.put(entry.id(), rank);
    siblingRanks.put(entry.parentId(), rank);
    referenceTopic = Markup.referenceTitle(entry.topic().title());
  }

  private void addBullet(Outline.Entry entry) throws IOException {
    out.endLine(end);
    UUID parent = entry.parentId();
    UUID container = parent == null ? entry.topicId() : parent;
    String mark = bulletMarks.get(container);
    if (mark == null || !Objects.equals(bullets.parentAt(indent(mark)), parent)) {
      int column = parent == null ? 0 : indents.getOrDefault(parent, 0) + 2;
      mark = " ".repeat(column) + (referenceTopic && parent == null ? "  * " : "- ");
    }
    String pad = end + " ".repeat(indent(mark) + 2);
    out.write(mark + Escape.lines(entry.idea().text()).replace("\n", pad) + end);
    enterBullet(entry, indent(mark), mark);
  }

  private static int indent(String mark) {
    return LogLine.columns(mark, LogLine.skipSpace(mark, 0, mark.length()));
  }

  private void enterBullet(Outline.Entry entry, int column, String mark) {
    bullets.enter(entry.id(), column);
    indents.put(entry.id(), column);
    if (mark.indexOf('\n') < 0 && mark.indexOf('\r') < 0) {
      bulletMarks.put(entry.parentId() == null ? entry.topicId() : entry.parentId(), mark);
    }
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
    bullets.clear();
  }
}
