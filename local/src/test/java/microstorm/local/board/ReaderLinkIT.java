package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A link lets people read a report who have neither a seat nor a key of the team. */
class ReaderLinkIT {

  private static final String TITLE = "Shorter meetings";
  private static final String IDEA = "Begin with the questions";
  private static final String GONE = "This link does not open the report any more.";
  private static final String KEEP_COPIES =
      "navigator.clipboard.writeText = async text => { window.copied = text; }";

  @RegisterExtension static final Browser browser = new Browser();

  @Test
  void whoHasTheLinkReadsTheReportUntilItIsRenewedOrSwitchedOff() {
    Page lead = browser.window(Device.DESK);
    lead.addInitScript(KEEP_COPIES);
    Page watcher = browser.window(Device.DESK);
    hold(lead, watcher);
    Pages.follow(lead, "To the report");
    Locator access = lead.locator(".access");
    access.locator("summary").click();
    assertThat(access).containsText("The reader link is switched off");
    Pages.press(lead, "Switch the reader link on");
    String first = copied(lead);
    Screens.seeOnEachDevice(lead, "report-access");

    Page reader = browser.window(Device.PHONE);
    reads(reader, first);
    onlyThisReport(first);

    Pages.press(lead, "Renew the reader link …");
    confirm(lead, "Renew the reader link");
    assertThat(access.getByRole(AriaRole.STATUS)).containsText("There is a new reader link.");
    String second = copied(lead);
    assertThat(second).isNotEqualTo(first);
    reader.reload();
    assertThat(reader.locator("h1")).hasText(GONE);
    assertThat(reader.locator("main")).containsText("Ask the person who sent it");
    Screens.see(reader, "report-link-gone");
    reader.navigate(second); // in the tab in which the earlier one was refused
    assertThat(reader.locator(".report h1")).hasText(TITLE);

    Pages.press(lead, "Switch the reader link off …");
    confirm(lead, "Switch the reader link off");
    assertThat(access).containsText("The reader link is switched off: nobody else");
    refused(second, GONE);
    observers(lead, watcher);
    assertThat(browser.complaints).isEmpty();
  }

  /** Holds a session, to which the facilitator gives the number that is proposed. */
  private static void hold(Page lead, Page watcher) {
    Page ana = browser.window(Device.PHONE);
    String link = Pages.plan(lead, TITLE, 10);
    Pages.join(ana, link, "Ana");
    Pages.watch(watcher, link);
    Pages.next(lead, "Begin 10 minutes");
    Pages.write(ana, IDEA);
    Pages.press(ana, "I’m done writing");
    Pages.next(lead, "Begin sharing");
    Locator number = Pages.field(lead, "Number in the log");
    assertThat(number).hasAttribute("placeholder", "1");
    assertThat(lead.locator(".summary")).containsText("The next free number is 1.");
    lead.getByLabel("Summary").fill("We begin with the questions.");
    Screens.see(lead, "summary-and-number");
    Pages.press(lead, "Save");
    assertThat(lead.locator(".toast")).containsText("Saved");
    assertThat(number).hasAttribute("placeholder", "1"); // who saves a summary takes no number
    number.fill("4");
    Pages.press(lead, "Save");
    assertThat(lead.locator(".summary")).not().containsText("The next free number");
    Pages.next(lead, "Begin choosing");
    Pages.next(lead, "Count and show the results");
    Pages.next(lead, "Close the session");
  }

  private static String copied(Page lead) {
    Pages.press(lead, "Copy the reader link");
    assertThat(lead.locator(".access").getByRole(AriaRole.STATUS))
        .containsText("The link is copied.");
    return (String) lead.evaluate("window.copied");
  }

  private static void confirm(Page lead, String action) {
    Locator dialog = lead.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("stops working within seconds");
    dialog.getByText(action, new Locator.GetByTextOptions().setExact(true)).click();
  }

  /** The code reaches the server in the body of one request, and leaves the address. */
  private static void reads(Page reader, String link) {
    String code = link.substring(link.indexOf('#') + 1);
    List<Request> requests = new ArrayList<>();
    reader.onRequest(requests::add);
    reader.navigate(link);
    assertThat(reader.locator(".report")).containsText(IDEA);
    assertThat(reader.locator(".report")).containsText("Session 4");
    assertThat(reader).hasURL(Pattern.compile("/report$"));
    reader.reload();
    assertThat(reader.locator(".report h1")).hasText(TITLE);
    assertThat(reader.locator(".access")).hasCount(0);
    assertThat(requests)
        .filteredOn(request -> Objects.requireNonNullElse(request.postData(), "").contains(code))
        .allMatch(request -> request.url().endsWith("/readers"))
        .hasSize(2);
    assertThat(requests)
        .filteredOn(request -> !request.isNavigationRequest())
        .noneMatch(request -> request.url().contains(code));
    Screens.see(reader, "report-by-link");
  }

  /** The controls: without the code, with a part of it, and for another session. */
  private static void onlyThisReport(String link) {
    refused(link.replaceAll("#.*", ""), "This belongs to somebody else.");
    refused(link.substring(0, link.length() - 1), GONE);
    Page other = browser.window(Device.DESK);
    Pages.plan(other, "Of another team", 10);
    String session = other.url().replaceAll("/lead$", "/report");
    refused(session + link.substring(link.indexOf('#')), GONE);
  }

  private static void refused(String address, String reason) {
    Page anybody = browser.window(Device.DESK);
    anybody.navigate(address);
    assertThat(anybody.locator("h1")).hasText(reason);
    assertThat(anybody.locator("body")).not().containsText(IDEA);
    anybody.close();
  }

  /** The report learns within moments who can read it. */
  private static void observers(Page lead, Page watcher) {
    String address = lead.url();
    watcher.navigate(address);
    assertThat(watcher.locator(".report h1")).hasText(TITLE);
    assertThat(watcher.locator(".access")).hasCount(0);
    Locator box = lead.getByLabel("Observers can read the report");
    box.uncheck();
    assertThat(lead.locator(".access")).containsText("Observers cannot read the report any more.");
    Browser.await()
        .until(
            () -> {
              watcher.navigate(address);
              watcher.locator("h1").waitFor();
              return watcher.locator("h1").textContent().contains("not opened the report");
            });
    assertThat(watcher.locator("h1")).not().containsText(TITLE);
    lead.reload();
    lead.locator(".access summary").click();
    assertThat(box).not().isChecked();
  }
}
