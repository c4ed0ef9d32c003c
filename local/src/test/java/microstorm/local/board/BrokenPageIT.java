package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page that breaks says so and gives back the words that were not sent. */
class BrokenPageIT {

  private static final String SCRIPTS = "**/*.js";
  private static final String NEVER_IDLE = "window.requestIdleCallback = () => 0;";
  private static final String HALF = "Half a sentence";
  private static final String ALL_PHASES =
      """
      ['lobby', 'quiet', 'sharing', 'choosing', 'agreeing', 'break', 'closed']
          .every(phase => customElements.get('ms-' + phase))""";

  @RegisterExtension static final Browser browser = new Browser();

  @Test
  void laterPhasesAreLoadedInTimeAndAFaultShowsTheWords() {
    Page lead = browser.window(Device.DESK);
    Page ana = browser.window(Device.PHONE);
    Page ben = browser.window(Device.PHONE);
    ben.addInitScript(NEVER_IDLE);
    String link = Pages.plan(lead, "Broken", 10);
    Pages.join(ana, link, "Ana");
    Pages.join(ben, link, "Ben");
    ana.waitForFunction(ALL_PHASES);
    Pages.next(lead, "Begin 10 minutes");
    for (Page page : new Page[] {ana, ben}) {
      page.getByLabel("A new idea").fill(HALF);
      Pages.press(page, "I’m done writing");
      page.route(SCRIPTS, Route::abort);
    }
    Pages.next(lead, "Begin sharing");
    assertThat(ana.locator(".say textarea")).hasValue(HALF);

    assertThat(ben.locator("h1")).hasText("Something broke here. Your words are kept.");
    assertThat(ben.getByLabel("Words that were not sent")).hasValue(HALF);
    Accessibility.check(ben, "a page that could not be loaded");
    ben.unroute(SCRIPTS);
    Pages.press(ben, "Reload");
    assertThat(ben.locator(".say textarea")).hasValue(HALF);

    ana.unroute(SCRIPTS);
    ana.evaluate("void Promise.reject(new Error('a fault'))");
    assertThat(ana.locator("ms-fault")).containsText("Something broke here.");
    ana.locator("ms-fault summary").click();
    assertThat(ana.locator("ms-fault textarea")).hasValue(HALF);
    Accessibility.check(ana, "a fault");
    Pages.press(ana, "Close");
    assertThat(ana.locator("ms-fault")).hasCount(0);
  }
}
