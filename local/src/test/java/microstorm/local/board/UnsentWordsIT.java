package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Words that the server did not take stay where they belong, in every tab, until they are sent. */
class UnsentWordsIT {

  private static final String REFUSED = "This sentence says why.";
  private static final String BOX = "A new idea";
  private static final String IDEAS = "**/api/boards/*/ideas";

  @RegisterExtension static final Browser browser = new Browser();

  @Test
  void wordsOfADialogAndRefusedWordsStay() {
    Page lead = browser.window(Device.DESK);
    Page ana = browser.window(Device.DESK);
    Pages.join(ana, Pages.plan(lead, "Refused", 10), "Ana");
    Pages.next(lead, "Begin 10 minutes");
    Pages.write(ana, "Shorter meetings");
    Page tab = twoTabsShareTheBox(ana);
    refusedInEachTab(ana, tab);
    Pages.press(ana, "I’m done writing");
    Pages.next(lead, "Begin sharing");

    edit(ana);
    buildOn(ana, tab);
    waiting(ana);

    Pages.next(lead, "Begin choosing");
    assertThat(ana.locator(".choose .unsent")).containsText(REFUSED);
    ana.getByText("Something you wrote was not sent.").click();
    assertThat(ana.getByLabel("Words that were not sent")).hasValue("Builds on it");
    Accessibility.check(ana, "unsent words while choosing");
    leave(ana);
  }

  /** A tab whose box has not the focus shows what is typed in the other one. */
  private static Page twoTabsShareTheBox(Page ana) {
    Page tab = browser.tab(ana);
    tab.navigate(ana.url());
    Pages.field(tab, BOX).waitFor();
    ana.locator("h1").click();
    Pages.field(tab, BOX).pressSequentially("Typed in the second tab");
    assertThat(Pages.field(ana, BOX)).hasValue("Typed in the second tab");
    Pages.field(tab, BOX).fill("");
    assertThat(Pages.field(ana, BOX)).hasValue("");
    return tab;
  }

  private static void refusedInEachTab(Page ana, Page tab) {
    ana.context().route(IDEAS, UnsentWordsIT::refuse);
    Pages.field(tab, BOX).fill("Not taken");
    Pages.press(tab, "Add idea");
    for (Page page : new Page[] {ana, tab}) {
      assertThat(Pages.field(page, BOX)).hasValue("Not taken");
      assertThat(page.locator("#refused-words")).containsText(REFUSED);
    }
    ana.context().unroute(IDEAS);
    tab.locator("h1").click();
    Pages.field(ana, BOX).fill("");
    assertThat(Pages.field(tab, BOX)).hasValue("");
  }

  /** A dialog closes when its words are saved. A click next to it and a lost line leave it open. */
  private static void edit(Page page) {
    page.locator(".idea").first().getByLabel("More for this idea").click();
    page.locator(".menu:popover-open").getByText("Edit").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByRole(AriaRole.TEXTBOX).fill("Much shorter meetings");
    page.mouse().click(5, 5);
    page.route("**/api/boards/*/ideas/*", Route::abort);
    dialog.getByText("Save").click();
    assertThat(dialog).containsText("No connection");
    assertThat(dialog.getByRole(AriaRole.TEXTBOX)).hasValue("Much shorter meetings");
    Accessibility.check(page, "a dialog whose words are not saved");
    page.unroute("**/api/boards/*/ideas/*");
    dialog.getByText("Save").click();
    assertThat(dialog).hasCount(0);
    assertThat(page.locator(".board .idea")).containsText("Much shorter meetings");
  }

  /** A reload keeps what was typed; the server's refusal stands under the idea, in each tab. */
  private static void buildOn(Page ana, Page tab) {
    ana.locator(".idea:not(.waiting)").focus();
    ana.keyboard().press("b");
    ana.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX).fill("Builds on it");
    ana.reload();
    ana.locator(".idea").focus();
    ana.keyboard().press("b");
    Locator dialog = ana.getByRole(AriaRole.DIALOG);
    assertThat(dialog.getByRole(AriaRole.TEXTBOX)).hasValue("Builds on it");
    ana.context().route(IDEAS, UnsentWordsIT::refuse);
    dialog.getByText("Add idea").click();
    for (Page page : new Page[] {ana, tab}) {
      assertThat(page.locator(".built .waiting")).containsText("Builds on it");
      assertThat(page.locator(".built .waiting")).containsText(REFUSED);
      assertThat(page.locator(".say textarea")).hasValue("");
    }
    Screens.see(ana, "refused-build-on");
    ana.context().unroute(IDEAS);
  }

  /** An idea on its way stands among those without a group, and arrives. */
  private static void waiting(Page ana) {
    ana.context().setOffline(true);
    ana.locator(".say textarea").fill("On its way");
    Pages.press(ana, "Add idea");
    Locator waiting = ana.locator(".loose > ol > .waiting");
    assertThat(waiting).containsText("sent when the line is back");
    ana.context().setOffline(false);
    assertThat(waiting).hasCount(0);
    assertThat(ana.locator(".loose > ol > .idea")).hasCount(2);
  }

  /** Without an answer the seat stays; the question names what goes. */
  private static void leave(Page page) {
    page.route("**/participants/*", Route::abort);
    askToLeave(page);
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Builds on it");
    Accessibility.check(page, "the question before leaving");
    Pages.press(page, "Leave the session");
    assertThat(page.locator(".toast")).containsText("No connection");
    page.unroute("**/participants/*");
    page.reload();
    page.locator(".choose").waitFor();
    askToLeave(page);
    Pages.press(page, "Leave the session");
    assertThat(page).hasURL(Pattern.compile("/$"));
  }

  private static void askToLeave(Page page) {
    page.getByLabel("Menu").click();
    page.locator(".menu:popover-open").getByText("Leave the session").click();
  }

  private static void refuse(Route route) {
    String problem = "{\"type\": \"x#idea-refused\", \"detail\": \"%s\"}".formatted(REFUSED);
    route.fulfill(new Route.FulfillOptions().setStatus(422).setBody(problem));
  }
}
