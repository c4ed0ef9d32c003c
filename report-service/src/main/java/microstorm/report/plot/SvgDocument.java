package microstorm.report.plot;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Completes the image that the library writes: a title and a description, ids that are the same
 * each time and unique in a document with several plots, and attributes instead of styles, which a
 * content security policy may forbid.
 */
final class SvgDocument {

  /** With the XML declaration and the document type before it. */
  private static final Pattern ROOT = Pattern.compile("^.*?<svg [^>]*>", Pattern.DOTALL);

  private static final Pattern STYLE = Pattern.compile(" style=\"([^\"]*)\"");
  private static final Pattern PROPERTY = Pattern.compile("([a-z-]+):((?:&quot;|[^;])*);?");
  private static final Pattern CLIP = Pattern.compile("clip-?\\d+");
  private static final String FAMILY = "font-family";

  private SvgDocument() {}

  static String of(String drawn, TimePlot plot, int width, int height, int fontSize) {
    String styled = STYLE.matcher(drawn).replaceAll(SvgDocument::attributes);
    Map<String, Integer> clips = new HashMap<>();
    String named =
        CLIP.matcher(styled)
            .replaceAll(
                clip ->
                    plot.id() + "-clip" + clips.computeIfAbsent(clip.group(), c -> clips.size()));
    return ROOT.matcher(named)
        .replaceFirst(Matcher.quoteReplacement(root(plot, width, height, fontSize)));
  }

  private static String root(TimePlot plot, int width, int height, int fontSize) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%2$d" height="%3$d" viewBox="0 0 %2$d %3$d" \
        font-family="sans-serif" font-size="%4$d" role="img" aria-labelledby="%1$s-title %1$s-text">
        <title id="%1$s-title">%5$s</title>
        <desc id="%1$s-text">%6$s</desc>"""
        .formatted(
            plot.id(), width, height, fontSize, escape(plot.title()), escape(plot.description()));
  }

  private static String attributes(MatchResult style) {
    return PROPERTY
        .matcher(style.group(1))
        .results()
        .filter(property -> !property.group(1).equals(FAMILY))
        .map(property -> " " + property.group(1) + "=\"" + property.group(2) + "\"")
        .reduce("", String::concat);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
