package microstorm.report.log.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import microstorm.report.log.markup.MarkdownLinks;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Finds the links in a text: those of CommonMark, as idea-service finds them, and what looks like a
 * link but is none.
 */
public final class LinkFinder {

  /** The links of one text that are found, and the malformed ones; as many as in idea-service. */
  static final int MAX = 100;

  /** The same blocks as in idea-service. */
  private static final Parser MARKDOWN =
      Parser.builder()
          .enabledBlockTypes(
              Set.of(FencedCodeBlock.class, Heading.class, HtmlBlock.class, ThematicBreak.class))
          .extensions(List.of(AutolinkExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  /** What each link contains, well-formed or not. Few texts have it, so that few are parsed. */
  private static final Pattern CUE =
      Pattern.compile(
          "][ \\t]?\\(|:[/\\\\]|[htps][;]?//|https?:|www\\.|]:|<[a-z]+:", Pattern.CASE_INSENSITIVE);

  private LinkFinder() {}

  /** The links from left to right: at most 100 with an address, and at most 100 malformed ones. */
  public static List<FoundLink> in(String text) {
    if (!CUE.matcher(text).find()) {
      return List.of();
    }
    MarkdownLinkVisitor wellFormed = new MarkdownLinkVisitor(text);
    MARKDOWN.parse(MarkdownLinks.bounded(text)).accept(wellFormed);
    List<FoundLink> all = new ArrayList<>(wellFormed.links());
    all.addAll(MalformedLinks.in(text, wellFormed.rest()));
    all.sort(Comparator.comparingInt(FoundLink::start));
    return all.stream().filter(new FirstOnly()).toList();
  }

  /** Lets only the first links of each kind through. */
  private static final class FirstOnly implements Predicate<FoundLink> {
    private int pages;
    private int malformed;

    @Override
    public boolean test(FoundLink link) {
      return (link.fault() == null ? ++pages : ++malformed) <= MAX;
    }
  }
}
