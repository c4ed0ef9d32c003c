package microstorm.report.log.link;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was meant as a link but is none. It looks only at the part of a text that is neither
 * link nor code, and only where an address is recognizable, so that ordinary brackets are no links.
 * Each pattern takes time that grows linearly with the text.
 */
final class MalformedLinks {

  private static final String OPEN = "(?<!\\\\)\\[";

  private static final String WORDS = "([^\\[\\]\\n]{1,300}+)";

  /** The beginning of an address; a bare address is covered. */
  private static final String BEGIN =
      "(?:\ufffc|https?:|www\\.|"
          + AddressRules.MISSPELT
          + "[:;]?[/\\\\]{2}|[\\w-]{1,63}\\.[\\w.-]{1,100}/)";

  private static final String ADDRESS = BEGIN + "[^()\\n]{0,2000}+";

  /** A pattern, and the fault of what it finds; its first group has the words of the link. */
  private record Rule(Pattern pattern, Function<Matcher, LinkFault> fault, boolean titled) {}

  private static final List<Rule> RULES =
      List.of(
          rule(OPEN + WORDS + "]\\(\\s?(" + ADDRESS + ")\\)", MalformedLinks::inBrackets),
          rule(OPEN + WORDS + "][ \\t]{1,9}\\(" + ADDRESS + "\\)", LinkFault.SPACE_BEFORE_ADDRESS),
          rule(
              "\\(([^()\\[\\]\\n]{1,300}+)\\)\\[" + BEGIN + "[^\\[\\]\\n]{0,2000}+]",
              LinkFault.BRACKETS_SWAPPED),
          rule(
              OPEN
                  + "([^\\[\\]()\\n]{0,299}[^\\[\\]()\\s])\\("
                  + ADDRESS
                  + "\\)(?![^\\[\\n]{0,300}])",
              LinkFault.BRACKET_MISSING),
          rule(
              OPEN + WORDS + "]\\(" + BEGIN + "[^()\\[\\n]{0,2000}+(?=$|\\[)",
              LinkFault.BRACKET_MISSING),
          rule(
              "(?:^|(?<=[]\\s]))([^\\[\\]\\s]{1,300}+)]\\(" + ADDRESS + "\\)",
              LinkFault.BRACKET_MISSING),
          bare(
              "(?<![\\p{Alnum}/.])()(?:"
                  + AddressRules.MISSPELT
                  + ")(?::/(?!/)|//|;//|:\\\\\\\\|:(?=www\\.))[\\p{Alnum}][^\\s()\\[\\]<>]{0,2000}+",
              LinkFault.MISSPELT_SCHEME));

  private MalformedLinks() {}

  private static Rule rule(String pattern, LinkFault fault) {
    return rule(pattern, found -> fault);
  }

  private static Rule rule(String pattern, Function<Matcher, LinkFault> fault) {
    return new Rule(compile(pattern), fault, true);
  }

  private static Rule bare(String pattern, LinkFault fault) {
    return new Rule(compile(pattern), found -> fault, false);
  }

  private static Pattern compile(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  }

  private static LinkFault inBrackets(Matcher found) {
    return found.group(2).strip().matches("\\S*+")
        ? LinkFault.BRACKET_MISSING
        : LinkFault.SPACE_IN_ADDRESS;
  }

  /**
   * The malformed links of a text.
   *
   * @param rest the text, in which links and code are covered
   */
  static List<FoundLink> in(String text, String rest) {
    List<FoundLink> links = new ArrayList<>();
    TextLines lines = new TextLines(text);
    StringBuilder left = new StringBuilder(rest);
    for (Rule rule : RULES) {
      Matcher found = rule.pattern.matcher(left.toString());
      for (int count = 0; count < LinkFinder.MAX && found.find(); count++) {
        links.add(link(rule, found, text, lines));
        for (int i = found.start(); i < found.end(); i++) {
          left.setCharAt(i, left.charAt(i) == '\n' ? '\n' : MarkdownLinkVisitor.COVERED);
        }
      }
    }
    return links;
  }

  private static FoundLink link(Rule rule, Matcher found, String text, TextLines lines) {
    String written = text.substring(found.start(), found.end());
    return new FoundLink(
        found.start(),
        lines.before(found.start()),
        rule.titled ? title(text.substring(found.start(1), found.end(1))) : null,
        rule.titled ? written : written.replaceAll("[.,;:!?'\"*_]+$", ""),
        rule.fault.apply(found));
  }

  private static @Nullable String title(String words) {
    return words.isBlank() ? null : words.strip();
  }
}
