package microstorm.report.document;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Turns headings into bold paragraphs, images into links, and links elsewhere into text. */
final class HarmlessNodes extends AbstractVisitor {

  @Override
  public void visit(Heading heading) {
    visitChildren(heading);
    Paragraph paragraph = new Paragraph();
    StrongEmphasis bold = new StrongEmphasis("**");
    move(heading, bold);
    paragraph.appendChild(bold);
    heading.insertAfter(paragraph);
    heading.unlink();
  }

  @Override
  public void visit(Image image) {
    Link link = new Link(image.getDestination(), image.getTitle());
    move(image, link);
    if (link.getFirstChild() == null) {
      link.appendChild(new Text(image.getDestination()));
    }
    image.insertAfter(link);
    image.unlink();
    visit(link);
  }

  @Override
  public void visit(Link link) {
    visitChildren(link);
    if (Markdown.isSafe(link.getDestination())) {
      return;
    }
    while (link.getFirstChild() != null) {
      link.insertBefore(link.getFirstChild());
    }
    if (!link.getDestination().isEmpty()) {
      link.insertBefore(new Text(" (" + link.getDestination() + ")"));
    }
    link.unlink();
  }

  private static void move(Node from, Node to) {
    while (from.getFirstChild() != null) {
      to.appendChild(from.getFirstChild());
    }
  }
}
