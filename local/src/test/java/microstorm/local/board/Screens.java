package microstorm.local.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pictures of the pages in the build output, for a person to look at, and a page that lists them.
 */
final class Screens {

  private static final Path DIRECTORY = Path.of("target", "screens");
  private static final ViewportSize PHONE = new ViewportSize(390, 844);

  private static final String LIST =
      """
      <!doctype html><html lang="en"><meta charset="utf-8"><title>Pages of Microstorm</title>
      <style>body { font: 1rem system-ui; margin: 1rem; background: #ddd; } figure { display: inline-block; margin: .5rem; vertical-align: top; } img { display: block; max-width: 30rem; max-height: 40rem; }</style>
      <h1>Pages of Microstorm</h1>
      %s
      </html>
      """;

  /** The pictures in the documents, and the files that they are made from. */
  private static final Map<String, String> DOCUMENTED =
      Map.of(
          "lobby", "lobby-0-desk-light",
          "quiet", "quiet-1-phone-light",
          "sharing", "sharing-2-desk-light",
          "choosing", "choosing-2-desk-light",
          "agreeing", "agreeing-0-desk-light");

  private static final boolean UPDATE = Boolean.getBoolean("microstorm.pictures.update");

  private Screens() {}

  /** Keeps pictures of a page, light and dark, and looks for barriers in both. */
  static void see(Page page, String name) {
    keep(page, name);
    Accessibility.check(page, name);
  }

  /** Keeps pictures of a page of a desk, and of the same page as a phone shows it. */
  static void seeOnEachDevice(Page page, String name) {
    see(page, name);
    ViewportSize desk = page.viewportSize();
    page.setViewportSize(PHONE.width, PHONE.height);
    keep(page, name);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s on a phone is not wider than it", name)
        .isEqualTo(true);
    page.setViewportSize(desk.width, desk.height);
  }

  /** Keeps pictures of a page, light and dark. */
  static void keep(Page page, String name) {
    String device = page.viewportSize().width <= PHONE.width ? "phone" : "desk";
    for (ColorScheme colours : Accessibility.colours(page)) {
      Accessibility.show(page, colours);
      keepOne(page, name + "-" + device + "-" + colours.name().toLowerCase(Locale.ROOT));
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
  }

  /** A picture of the whole page; for a document, of what one sees at a time. */
  static void keepOne(Page page, String name) {
    boolean whole = !(UPDATE && DOCUMENTED.containsValue(name));
    if (!whole) {
      page.evaluate("scrollTo(0, 0)");
    }
    page.screenshot(
        new Page.ScreenshotOptions().setPath(DIRECTORY.resolve(name + ".png")).setFullPage(whole));
  }

  /** Prints what each window of a failed test shows, and keeps a picture of it. */
  static void describe(String test, List<Page> windows) {
    for (int i = 0; i < windows.size(); i++) {
      Page window = windows.get(i);
      try {
        System.out.printf(
            "Window %d of %s at %s shows:%n%s%n",
            i + 1, test, window.url(), window.locator("body").innerText());
        keepOne(window, "failed-" + test + "-" + (i + 1));
      } catch (PlaywrightException e) {
        System.out.printf("Window %d of %s cannot be read: %s%n", i + 1, test, e.getMessage());
      }
    }
  }

  /** Writes the page that lists all pictures. */
  static void list() {
    if (!Files.isDirectory(DIRECTORY)) {
      return;
    }
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      String figures =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".png"))
              .sorted()
              .map(
                  name ->
                      "<figure><figcaption>%1$s</figcaption><a href=\"%1$s\"><img src=\"%1$s\" alt=\"\" loading=\"lazy\"></a></figure>"
                          .formatted(name))
              .collect(Collectors.joining("\n"));
      Files.writeString(DIRECTORY.resolve("screens.html"), LIST.formatted(figures));
      if (UPDATE) {
        updateDocuments();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void updateDocuments() throws IOException {
    Path documents = Path.of("..", "docs", "pictures");
    Files.createDirectories(documents);
    for (Map.Entry<String, String> picture : DOCUMENTED.entrySet()) {
      Path file = DIRECTORY.resolve(picture.getValue() + ".png");
      if (Files.exists(file)) { // other tests keep other pictures
        Files.copy(
            file,
            documents.resolve(picture.getKey() + ".png"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
