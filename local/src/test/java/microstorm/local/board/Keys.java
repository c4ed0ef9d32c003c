package microstorm.local.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A person who uses the keyboard alone, and listens to what a screen reader speaks. */
final class Keys {

  /** Keeps each sentence of the live region. */
  private static final String LISTEN =
      """
      window.spoken = [];
      new MutationObserver(() => {
        const sentence = document.querySelector('body > [aria-live]')?.textContent;
        if (sentence && sentence !== window.spoken.at(-1)) window.spoken.push(sentence);
      }).observe(document, {childList: true, subtree: true, characterData: true});""";

  /** The accessible name of the element with the focus, near enough. */
  private static final String NAME =
      """
      () => {
        const at = document.activeElement;
        const name = at.getAttribute('aria-label') ?? at.labels?.[0]?.innerText ?? at.innerText ?? '';
        return name.replace(/\\s+/g, ' ').trim();
      }""";

  /**
   * The element with the focus if it cannot be seen: outside the window, without a size, or
   * covered.
   */
  private static final String HIDDEN =
      """
      () => {
        const at = document.activeElement;
        if (at === document.body) return 'nothing has the focus';
        const seen = at.matches('input[type=radio], input[type=checkbox], input[type=file]') ? at.closest('label') ?? at : at;
        const box = seen.getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height, innerHeight) / 2];
        const top = document.elementFromPoint(x, y);
        const visible = top && (seen.contains(top) || top.contains(seen));
        return visible ? '' : at.outerHTML.slice(0, 200) + ' under ' + (top?.outerHTML.slice(0, 100) ?? 'nothing');
      }""";

  private static final String DISABLED =
      "document.activeElement.getAttribute('aria-disabled') === 'true'";
  private static final String VISIBLE = "";
  private static final String NOTHING = "nothing has the focus";

  private final Page page;

  private Keys(Page page) {
    this.page = page;
  }

  /** Before the page is loaded. */
  static Keys of(Page page) {
    page.addInitScript(LISTEN);
    return new Keys(page);
  }

  /**
   * Tab until this element has the focus. Each element on the way must be visible. After the last
   * element the browser's own controls have the focus, and a page that loads has none.
   */
  Keys to(String name) {
    for (long end = end(); System.nanoTime() < end; ) {
      page.keyboard().press("Tab");
      if (page.evaluate(NAME).equals(name)) {
        return sees();
      }
      assertThat(page.evaluate(HIDDEN)).as(page.url()).isIn(VISIBLE, NOTHING);
    }
    throw new AssertionError("Tab does not lead to “" + name + "” on " + page.url());
  }

  private static long end() {
    return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos((long) Browser.TIMEOUT_MILLIS);
  }

  Keys press(String... keys) {
    List.of(keys).forEach(page.keyboard()::press);
    return this;
  }

  /** Waits until the element with the focus can be pressed, and presses it. */
  Keys press() {
    until(() -> assertThat(page.evaluate(DISABLED)).isNotEqualTo(true));
    return press("Enter");
  }

  Keys type(String text) {
    page.keyboard().type(text);
    return this;
  }

  /** Waits until an element with this name has the focus, and can be seen. */
  Keys isAt(String name) {
    until(() -> assertThat(page.evaluate(NAME)).asString().contains(name));
    return sees();
  }

  /** Waits until the element with the focus can be seen: a dialog takes a moment to close. */
  Keys sees() {
    until(
        () ->
            assertThat(page.evaluate(HIDDEN))
                .as("hidden focus on %s", page.url())
                .isEqualTo(VISIBLE));
    return this;
  }

  /** Waits until a screen reader has spoken this. */
  Keys hears(String sentence) {
    until(() -> assertThat((List<?>) page.evaluate("window.spoken")).asString().contains(sentence));
    return this;
  }

  private void until(Runnable condition) {
    Browser.await().untilAsserted(condition::run);
  }
}
