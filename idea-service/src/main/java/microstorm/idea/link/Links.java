package microstorm.idea.link;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Finds the links in a text: Markdown links and bare addresses, http(s) only. */
public final class Links {

  /**
   * Reads lists and quotes as paragraphs, which have the same links. Otherwise parsing time would
   * grow with the square of their nesting.
   */
  private static final Parser MARKDOWN =
      Parser.builder()
          .enabledBlockTypes(
              Set.of(FencedCodeBlock.class, Heading.class, HtmlBlock.class, ThematicBreak.class))
          .extensions(List.of(AutolinkExtension.create()))
          .build();

  private static final int MAX_LINKS = 20;
  private static final int MAX_ANGLES = 200;
  private static final int MAX_URL_LENGTH = 2_000;

  private Links() {}

  /**
   * The first 20 links in the texts of an idea, in order. Their ids are derived from the id of the
   * idea and the position, so that the same text gives the same links. Addresses of more than 2,000
   * characters are skipped.
   */
  public static List<Link> in(UUID ideaId, List<String> texts) {
    NameBasedGenerator ids = Generators.nameBasedGenerator(ideaId);
    List<Link> links = new ArrayList<>();
    texts.stream()
        .filter(text -> text.contains("](") || text.contains("://"))
        .forEach(text -> collect(ideaId, text, ids, links));
    return links;
  }

  private static void collect(UUID ideaId, String text, NameBasedGenerator ids, List<Link> links) {
    MARKDOWN
        .parse(withFewAngles(text))
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(org.commonmark.node.Link found) {
                String url = found.getDestination();
                if (isWebPage(url) && links.size() < MAX_LINKS) {
                  int position = links.size();
                  String title = wordsOf(found);
                  links.add(
                      new Link(
                          ids.generate("link/" + position),
                          ideaId,
                          position,
                          title.isBlank() ? url : title,
                          url));
                }
              }
            });
  }

  /**
   * Limits the number of opening angle brackets: for each of them, the parser searches the rest of
   * the text for the end of a tag.
   */
  private static String withFewAngles(String text) {
    int from = -1;
    for (int n = 0; n < MAX_ANGLES; n++) {
      from = text.indexOf('<', from + 1);
      if (from < 0) {
        return text;
      }
    }
    return text.substring(0, from) + text.substring(from).replace('<', ' ');
  }

  private static boolean isWebPage(String url) {
    String start = url.toLowerCase(Locale.ROOT);
    return url.length() <= MAX_URL_LENGTH
        && (start.startsWith("https://") || start.startsWith("http://"));
  }

  private static String wordsOf(Node link) {
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
        });
    return words.toString().strip();
  }
}
