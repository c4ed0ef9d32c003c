package microstorm.report.log.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Finds links in the text of an entry, as CommonMark defines them. idea-service uses the same
 * grammar for the links that the reports show.
 */
public final class MarkdownLinks {

  /** An entry has no blocks: the lines of a log decide where it ends. */
  private static final Parser MARKDOWN =
      Parser.builder()
          .enabledBlockTypes(Set.of())
          .extensions(List.of(AutolinkExtension.create()))
          .build();

  /** What each link without a target contains. Few texts have it, so that few are parsed. */
  private static final Pattern EMPTY_TARGET = Pattern.compile("]\\(\\s*+(\\)|<>)");

  private static final int MAX_ANGLES = 200;
  private static final int MAX_NESTED = 1_000;

  private MarkdownLinks() {}

  /** Whether this text is one link with a target, and nothing else. */
  public static boolean isOneLink(String text) {
    Node paragraph = parse(text).getFirstChild();
    return paragraph instanceof Paragraph
        && paragraph.getNext() == null
        && paragraph.getFirstChild() instanceof Link link
        && link.getNext() == null
        && !link.getDestination().isEmpty();
  }

  /** The words of the links that have no target, from left to right. */
  public static List<String> withoutTarget(String text) {
    List<String> words = new ArrayList<>();
    if (EMPTY_TARGET.matcher(text).find()) {
      parse(text)
          .accept(
              new AbstractVisitor() {
                @Override
                public void visit(Link link) {
                  if (link.getDestination().isEmpty()) {
                    words.add(wordsOf(link));
                  }
                }
              });
    }
    return words;
  }

  /**
   * The text with a bounded number of marks, and as long as before: for each opening angle bracket
   * the parser searches the rest of the text for the end of a tag, and nested emphases and links
   * take the stack.
   */
  public static String bounded(String text) {
    return limit(limit(limit(text, "<", MAX_ANGLES), "*_", MAX_NESTED), "[", MAX_NESTED);
  }

  private static Node parse(String text) {
    return MARKDOWN.parse(bounded(text));
  }

  /** The text with spaces in place of the marks after the first ones. */
  private static String limit(String text, String marks, int most) {
    StringBuilder limited = new StringBuilder(text);
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (marks.indexOf(text.charAt(i)) >= 0 && ++count > most) {
        limited.setCharAt(i, ' ');
      }
    }
    return count > most ? limited.toString() : text;
  }

  /** The words of a link, without their mark-up. */
  public static String wordsOf(Node link) {
    StringBuilder words = new StringBuilder();
    link.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            words.append(code.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak lineBreak) {
            words.append(' ');
          }
        });
    return words.toString().strip();
  }
}
