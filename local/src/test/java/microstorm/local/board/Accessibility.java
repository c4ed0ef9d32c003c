package microstorm.local.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Lets axe look for barriers on a page, light and dark. */
final class Accessibility {

  private Accessibility() {}

  static void check(Page page, String where) {
    for (ColorScheme colours : colours(page)) {
      show(page, colours);
      assertThat(barriers(page)).as("%s, %s", where, colours).isEmpty();
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
  }

  /** Shows a page in these colours, without the transition to them. */
  static void show(Page page, ColorScheme colours) {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setReducedMotion(ReducedMotion.REDUCE)
            .setColorScheme(colours));
  }

  /** Light and dark, or those colours that the person asked for. */
  static List<ColorScheme> colours(Page page) {
    Object theme = page.evaluate("document.documentElement.dataset.theme");
    return theme == null
        ? List.of(ColorScheme.DARK, ColorScheme.LIGHT)
        : List.of(ColorScheme.valueOf(theme.toString().toUpperCase(Locale.ROOT)));
  }

  private static List<String> barriers(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .flatMap(
                rule ->
                    Stream.concat(
                        Stream.of(rule.getId() + ": " + rule.getHelp()),
                        rule.getNodes().stream().map(node -> "  " + node.getHtml())))
            .toList();
  }
}
