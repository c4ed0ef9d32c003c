package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ForcedColors;
import java.util.ArrayList;
import java.util.List;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a person can do on the pages of a session beyond the usual way: tabs, keys, undo, the panel.
 */
class BoardIT {

  private static final List<String> IDEAS = List.of("Alpha one", "Beta", "Gamma", "Alpha two");

  /** A phone stays awake in quiet time, a desk does not need it. */
  private static final String COUNT_WAKE_LOCKS =
      """
      window.wakeLocks = 0;
      navigator.wakeLock.request = async () => {
        window.wakeLocks++;
        return {release: async () => {}};
      };""";

  @RegisterExtension static final Browser browser = new Browser();

  @Test
  void tabsKeysAndUndo() {
    Page lead = browser.window(Device.DESK);
    Page ana = browser.window(Device.DESK);
    Page ben = browser.window(Device.PHONE);
    List.of(ana, ben).forEach(page -> page.addInitScript(COUNT_WAKE_LOCKS));
    String link = Pages.plan(lead, "By keys", 10);
    Pages.join(ana, link, "Ana");
    Pages.join(ben, link, "Ben");
    Pages.next(lead, "Begin 10 minutes");
    IDEAS.forEach(idea -> Pages.write(ana, idea));
    Pages.write(ben, "Delta");
    Pages.write(ben, "Epsilon");
    assertThat(lead.locator("aside .next")).containsText("Share the ideas");
    Pages.write(lead, "Written beside the panel");
    Screens.see(lead, "beside-quiet");

    assertThat(ben.evaluate("window.wakeLocks")).isEqualTo(1);
    assertThat(ana.evaluate("window.wakeLocks")).isEqualTo(0);
    undoAdding(ana);
    Page tab = twoTabs(ana);
    for (Page writer : List.of(tab, ben)) {
      Pages.press(writer, "I’m done writing");
    }
    Pages.next(lead, "Begin sharing");
    assertThat(tab.locator(".board .idea")).hasCount(8);

    move(tab);
    find(tab);
    hide(lead, ben);
    looks(tab, lead);
    assertThat(browser.complaints).isEmpty();
  }

  private static void undoAdding(Page page) {
    Pages.write(page, "A mistake");
    page.locator("h1").click();
    page.keyboard().press("Control+z");
    assertThat(page.locator(".mine .idea")).hasCount(IDEAS.size());
    assertThat(page.locator(".toast")).containsText("Taken back: Added: “A mistake”");
    // in a box the same keys undo typing
    page.getByLabel("A new idea").fill("Half");
    page.keyboard().press("Control+z");
    assertThat(page.getByLabel("A new idea")).hasValue("");
    assertThat(page.locator(".mine .idea")).hasCount(IDEAS.size());
  }

  /** Two tabs share one stream and one outbox; when the first is closed, the second goes on. */
  private static Page twoTabs(Page first) {
    Page second = browser.tab(first);
    List<String> streams = new ArrayList<>();
    second.onRequest(
        request -> {
          if (request.url().contains("/stream?")) {
            streams.add(request.url());
          }
        });
    second.navigate(first.url());
    assertThat(second.locator(".mine .idea")).hasCount(IDEAS.size());
    Pages.write(second, "From the second tab");
    assertThat(first.locator(".mine")).containsText("From the second tab");
    assertThat(streams).isEmpty();

    first.route("**/api/boards/*/ideas", Route::abort);
    first.getByLabel("A new idea").fill("Kept by a tab that is closed");
    Pages.press(first, "Add idea");
    assertThat(second.locator(".idea.waiting")).containsText("Kept by a tab that is closed");
    first.close();
    Locator kept = second.locator(".mine .idea:not(.waiting)");
    assertThat(kept).hasCount(IDEAS.size() + 2);
    Pages.press(second, "I’m done writing");
    assertThat(Pages.button(second, "I’m done writing")).hasAttribute("aria-pressed", "true");
    assertThat(streams).isNotEmpty();
    Pages.press(second, "I’m done writing");
    second
        .locator(".mine .idea", new Page.LocatorOptions().setHasText("closed"))
        .getByText("Withdraw")
        .click();
    assertThat(kept).hasCount(IDEAS.size() + 1);
    return second;
  }

  /** Ideas are grouped by keys alone; the focus goes to the neighbour of an idea that was moved. */
  private static void move(Page page) {
    Locator focused = page.locator(".idea:focus");
    page.locator(".idea").first().focus();
    page.keyboard().press("ArrowDown");
    assertThat(focused).containsText("Beta");
    page.keyboard().press("End");
    page.keyboard().press("Home");
    assertThat(focused).containsText("Alpha one");
    page.keyboard().press("m");
    Pages.press(page, "New group");
    page.getByLabel("Name of the group").fill("Greek");
    page.keyboard().press("Enter");
    assertThat(focused).containsText("Beta");
    page.keyboard().press("m");
    page.getByRole(AriaRole.DIALOG).getByText("Greek").press("Enter");
    Locator grouped = page.locator(".group:not(.loose) .idea");
    assertThat(grouped).hasCount(2);
    assertThat(focused).containsText("Gamma");
    page.keyboard().press("ArrowLeft");
    assertThat(focused).containsText("Alpha one");
    order(page, grouped);
    page.keyboard().press("Control+z");
    assertThat(grouped).hasCount(1);
  }

  /** The menu of an idea moves it within its group; the idea keeps the focus. */
  private static void order(Page page, Locator grouped) {
    grouped.first().getByLabel("More for this idea").click();
    Locator menu = page.locator(".menu:popover-open");
    assertThat(menu.getByText("Move up")).hasCount(0);
    menu.getByText("Move down").click();
    assertThat(grouped.first()).containsText("Beta");
    assertThat(page.locator(".idea:focus")).containsText("Alpha one");
    page.keyboard().press("Control+z");
    assertThat(grouped.first()).containsText("Alpha one");
  }

  private static void find(Page page) {
    Locator field = page.getByLabel("Find on the board");
    field.fill("ALPHA");
    assertThat(page.locator(".board .idea")).hasCount(2);
    assertThat(page.locator(".find")).containsText("2 of 8");
    Screens.see(page, "sharing-found");
    field.fill("");
    assertThat(page.locator(".board .idea")).hasCount(8);
  }

  /** What the facilitator hides is hidden from everybody, and comes back. */
  private static void hide(Page lead, Page other) {
    Locator idea = lead.locator(".idea", new Page.LocatorOptions().setHasText("Delta"));
    idea.getByLabel("More for this idea").click();
    lead.locator(".menu:popover-open").getByText("Hide this idea").click();
    Pages.press(lead, "Hide it");
    assertThat(other.locator(".board")).containsText("An idea was removed");
    assertThat(other.locator(".board")).not().containsText("Delta");
    lead.getByText("Hidden ideas").click();
    assertThat(lead.locator("aside details[open]")).containsText("Delta");
    Screens.see(lead, "hidden");
    Pages.press(lead, "Bring it back Delta");
    assertThat(other.locator(".board")).containsText("Delta");
  }

  /** Without the panel, with forced colours, and from right to left. */
  private static void looks(Page page, Page lead) {
    lead.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What the others see"))
        .click();
    assertThat(lead.locator("aside")).hasCount(0);
    page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
    Screens.keepOne(page, "sharing-forced-colours");
    page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
    page.evaluate("document.documentElement.dir = 'rtl'");
    Screens.see(page, "sharing-right-to-left");
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
  }
}
