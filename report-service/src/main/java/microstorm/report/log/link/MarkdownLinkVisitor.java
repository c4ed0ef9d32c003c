package microstorm.report.log.link;

import java.util.ArrayList;
import java.util.List;
import microstorm.report.log.markup.MarkdownLinks;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * Collects the links of a parsed text, and covers in a copy of the text whatever was understood.
 */
final class MarkdownLinkVisitor extends AbstractVisitor {

  /** Stands in the rest for the characters of a bare address. */
  static final char BARE = '\ufffc';

  /** Stands in the rest for all other characters that were understood. */
  static final char COVERED = '\ue000';

  private final String text;
  private final StringBuilder rest;
  private final List<FoundLink> links = new ArrayList<>();
  private final TextLines lines;
  private int bareFrom;

  MarkdownLinkVisitor(String text) {
    this.text = text;
    this.lines = new TextLines(text);
    this.rest = new StringBuilder(text.replace(BARE, ' ').replace(COVERED, ' '));
  }

  List<FoundLink> links() {
    return links;
  }

  /** The text with other characters in place of its links, its code and its HTML. */
  String rest() {
    return rest.toString();
  }

  @Override
  public void visit(Link link) {
    String words = MarkdownLinks.wordsOf(link);
    String address = link.getDestination();
    int bare = bareStart(link, words);
    if (bare >= 0) {
      bareFrom = bare + words.length();
      cover(bare, words.length(), BARE);
      addBare(bare, address);
    } else {
      int start = cover(link);
      addWritten(start, words, address);
    }
  }

  /** Nobody wrote a link there, so only what was meant as a web page is one. */
  private void addBare(int start, String address) {
    LinkFault fault = AddressRules.fault(address).orElse(null);
    if (fault != LinkFault.OTHER_SCHEME && !AddressRules.isMail(address)) {
      links.add(new FoundLink(start, lines.before(start), null, address, fault));
    }
  }

  private void addWritten(int start, String words, String address) {
    if (AddressRules.isMail(address)) {
      return;
    }
    LinkFault fault = AddressRules.fault(address).orElse(null);
    String title = words.isBlank() || words.equals(address) ? null : words;
    String shown = fault == LinkFault.NO_ADDRESS ? "[" + words + "]()" : address;
    links.add(new FoundLink(start, lines.before(start), title, shown, fault));
  }

  /** Where an address begins that is a link without mark-up; -1 if the link has mark-up. */
  private int bareStart(Link link, String words) {
    List<SourceSpan> spans = link.getSourceSpans();
    int start = spans.isEmpty() ? bareFrom : spans.get(0).getInputIndex();
    boolean markedUp = start < text.length() && "[<".indexOf(text.charAt(start)) >= 0;
    if (markedUp && !spans.isEmpty() || !link.getDestination().endsWith(words)) {
      return -1;
    }
    return words.isEmpty() ? -1 : text.indexOf(words, bareFrom);
  }

  @Override
  public void visit(Image image) {
    cover(image);
  }

  @Override
  public void visit(Code code) {
    cover(code);
  }

  @Override
  public void visit(HtmlInline html) {
    cover(html);
  }

  @Override
  public void visit(HtmlBlock html) {
    cover(html);
  }

  @Override
  public void visit(FencedCodeBlock code) {
    cover(code);
  }

  /** Covers an element and returns where it begins. */
  private int cover(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    spans.forEach(span -> cover(span.getInputIndex(), span.getLength(), COVERED));
    return spans.isEmpty() ? 0 : spans.get(0).getInputIndex();
  }

  private void cover(int from, int length, char with) {
    for (int i = from; i < Math.min(text.length(), from + length); i++) {
      rest.setCharAt(i, with);
    }
  }
}
