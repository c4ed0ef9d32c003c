package microstorm.report.document;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * People's Markdown as HTML that can do no harm: their HTML is escaped, links lead only to web
 * pages and mail addresses, and an image is a link.
 */
final class Markdown {

  private static final Set<String> SCHEMES = Set.of("http:", "https:", "mailto:");
  private static final String REL = "noopener noreferrer nofollow";

  /** Deeper nesting is shown as it was written, because each level costs stack. */
  private static final int MAX_DEPTH = 24;

  /** The parser searches the rest of the text for each of these. */
  private static final int MAX_ANGLES = 200;

  /** The parser itself calls itself for each level that these open. */
  private static final int MAX_DELIMITERS = 1_000;

  /** Each marker of a list or quote at the beginning of a line opens a level. */
  private static final Pattern MANY_MARKERS =
      Pattern.compile("(?m)^(?:[ \\t]*+(?:[-*+>]|\\d{1,9}[.)])){12}");

  private static final Parser INLINE = parser(Set.of(FencedCodeBlock.class));
  private static final Parser BLOCKS =
      parser(Set.of(FencedCodeBlock.class, Heading.class, ListBlock.class, BlockQuote.class));

  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .softbreak("<br />\n")
          .omitSingleParagraphP(true)
          .attributeProviderFactory(context -> Markdown::attributes)
          .build();

  private Markdown() {}

  /**
   * An idea: paragraphs and code, but a line that looks like a heading or a bullet is just text.
   */
  static RawString idea(String text) {
    return render(INLINE, text);
  }

  /** A longer text, with headings, lists and quotations. */
  static RawString text(String text) {
    return render(MANY_MARKERS.matcher(text).find() ? INLINE : BLOCKS, text);
  }

  /** The words of an idea in one line, without mark-up; at most this many characters. */
  static String plain(String text, int length) {
    String words = parse(INLINE, text).map(PlainWords::of).orElse(text);
    String line = words.replaceAll("\\s+", " ").strip();
    if (line.length() <= length) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(length - 2)) ? length - 2 : length - 1;
    return line.substring(0, end).stripTrailing() + "…";
  }

  /** Whether a link may lead to this address. */
  static boolean isSafe(String address) {
    int colon = address.indexOf(':');
    return colon > 0 && SCHEMES.contains(address.substring(0, colon + 1).toLowerCase(Locale.ROOT));
  }

  private static Parser parser(Set<Class<? extends Block>> blocks) {
    return Parser.builder()
        .enabledBlockTypes(blocks)
        .extensions(List.of(AutolinkExtension.create()))
        .build();
  }

  /** The tree of a text; empty if it is too deep to be walked. */
  private static Optional<Node> parse(Parser parser, String text) {
    if (count(text, "*_[") > MAX_DELIMITERS) {
      return Optional.empty();
    }
    boolean angled = count(text, "<") > MAX_ANGLES;
    return Optional.of(parser.parse(angled ? text.replace('<', '‹') : text))
        .filter(document -> !isDeep(document));
  }

  private static long count(String text, String signs) {
    return text.chars().filter(c -> signs.indexOf(c) >= 0).count();
  }

  private static RawString render(Parser parser, String text) {
    return new RawString(
        parse(parser, text)
            .map(
                document -> {
                  document.accept(new HarmlessNodes());
                  return HTML.render(document);
                })
            .orElseGet(() -> "<pre>" + escaped(text) + "</pre>\n"));
  }

  /** Walks without recursion, so that a deep tree cannot exhaust the stack. */
  private static boolean isDeep(Node document) {
    int depth = 0;
    Node node = document;
    while (node != null) {
      if (node.getFirstChild() != null) {
        node = node.getFirstChild();
        if (++depth > MAX_DEPTH) {
          return true;
        }
        continue;
      }
      while (node != null && node.getNext() == null) {
        node = node.getParent();
        depth--;
      }
      node = node == null ? null : node.getNext();
    }
    return false;
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static void attributes(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Link link) {
      attributes.put("rel", REL);
      boolean bare =
          link.getFirstChild() instanceof Text text
              && text.getNext() == null
              && link.getDestination().endsWith(text.getLiteral());
      if (bare) {
        attributes.put("class", "bare");
      }
    }
  }
}
