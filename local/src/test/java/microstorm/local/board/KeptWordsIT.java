package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What somebody typed is never lost: not by a reload, not without a line, not by the next phase.
 */
class KeptWordsIT {

  private static final String HALF = "Half a sent";

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
}
