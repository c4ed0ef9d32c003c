package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What somebody typed is never lost: not by a reload, not without a line, not by the next phase.
 */
class KeptWordsIT {

  private static final String HALF = "Half a sent";
  private static final int MANY = 600;
  private static final List<String> IDEAS =
      List.of("idea 1", "idea 2", "idea 3", "idea 4", "idea 5", "idea 6");

  /** A browser whose disk is full. */
  private static final String FULL =
      """
      const full = () => { throw new DOMException('full', 'QuotaExceededError'); };
      IDBObjectStore.prototype.put = full;
      Storage.prototype.setItem = full;""";

  @RegisterExtension static final Browser browser = new Browser();

  @Test
  void wordsSurviveReloadsOutagesAndPhases() {
    Page lead = browser.window(Device.DESK);
    Page ana = browser.keepingWindow(Device.PHONE);
    Pages.join(ana, Pages.plan(lead, "Tunnel", 10), "Ana");
    Pages.next(lead, "Begin 10 minutes");
    Locator box = ana.getByLabel("A new idea");

    box.fill("Typed before a reload");
    ana.reload();
    assertThat(box).hasValue("Typed before a reload");

    ana.context().setOffline(true);
    Pages.press(ana, "Add idea");
    assertThat(ana.locator(".idea.waiting")).containsText("sent when the line is back");
    assertThat(box).hasValue("");
    ana.context().setOffline(false);
    assertThat(ana.locator(".mine .idea:not(.waiting)")).containsText("Typed before a reload");
    assertThat(ana.locator(".idea.waiting")).hasCount(0);

    reloadWithoutALine(ana);

    box.fill(HALF);
    Pages.press(ana, "I’m done writing");
    Pages.next(lead, "Begin sharing");
    assertThat(ana.locator(".board .idea")).hasCount(1);
    assertThat(ana.locator(".say textarea")).hasValue(HALF);
  }

  /** The shell is kept on the device, and the words with it. */
  private static void reloadWithoutALine(Page page) {
    page.waitForFunction("navigator.serviceWorker.controller !== null");
    page.reload(); // now the shell has each file of this page
    page.getByLabel("A new idea").fill("Typed in a tunnel");
    page.context().setOffline(true);
    page.reload();
    assertThat(page.locator("main")).containsText("No connection");
    assertThat(page.getByLabel("Words that were not sent")).hasValue("Typed in a tunnel");
    page.context().setOffline(false);
    assertThat(page.getByLabel("A new idea")).hasValue("Typed in a tunnel");
  }

  /** Neither a seat nor an idea needs the browser to keep it; the page says that it does not. */
  @Test
  void aFullBrowserSendsWhatItCannotKeep() {
    Page lead = browser.window(Device.DESK);
    Page ana = browser.window(Device.PHONE);
    ana.addInitScript(FULL);
    Pages.join(ana, Pages.plan(lead, "Full", 10), "Ana");
    Pages.next(lead, "Begin 10 minutes");
    ana.context().setOffline(true);
    ana.getByLabel("A new idea").fill("Only in this page");
    assertThat(ana.locator(".strip")).containsText("This browser keeps nothing.");
    Pages.press(ana, "Add idea");
    assertThat(ana.locator(".idea.waiting")).containsText("Only in this page");
    ana.context().setOffline(false);
    assertThat(ana.locator(".mine .idea:not(.waiting)")).containsText("Only in this page");
  }

  /** The next phase leaves the caret where it is; a break hides the page and brings it back. */
  @Test
  void whoTypesGoesOn() {
    Page lead = browser.window(Device.DESK);
    Page ana = browser.window(Device.DESK);
    Pages.join(ana, Pages.plan(lead, "Typing", 10), "Ana");
    Pages.next(lead, "Begin 10 minutes");
    IDEAS.forEach(idea -> Pages.write(ana, idea));
    Pages.press(ana, "I’m done writing");
    Pages.button(lead, "Begin sharing").and(lead.locator(":not([aria-disabled])")).waitFor();
    ana.getByLabel("A new idea").focus();
    ana.keyboard().type("Half sentence");
    for (int i = 0; i < "sentence".length(); i++) {
      ana.keyboard().press("ArrowLeft");
    }
    typeUntil(ana, ".board", () -> Pages.press(lead, "Begin sharing"));
    ana.keyboard().type("a ");
    assertThat(ana.locator(".say textarea")).isFocused();
    assertThat(ana.locator(".say textarea")).hasValue(Pattern.compile("Half x+a sentence"));

    Locator find = ana.getByLabel("Find on the board");
    find.fill("idea 3");
    assertThat(ana.locator(".board .idea")).hasCount(1);
    Pages.press(lead, "Take a break");
    assertThat(ana.locator(".pause h1")).isFocused();
    assertThat(ana.locator(".board")).isHidden();
    Pages.press(lead, "Go on now");
    assertThat(find).isFocused();
    assertThat(find).hasValue("idea 3");
    assertThat(ana.locator(".board .idea")).hasCount(1);
  }

  /** Types on while something happens, as a person does who does not look at the screen. */
  private static void typeUntil(Page page, String shown, Runnable happens) {
    page.keyboard().type("x");
    happens.run();
    for (int i = 0; i < MANY && page.locator(shown).count() == 0; i++) {
      page.keyboard().type("x", new Keyboard.TypeOptions().setDelay(100));
    }
  }
}
