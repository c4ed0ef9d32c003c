package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Forms keep what is typed into them until it is saved, and a device names what it forgets. */
class KeptFormsIT {

  @RegisterExtension static final Browser browser = new Browser();

  @Test
  void aPlanAnActionAndTheSummaryAreKept() {
    Page lead = browser.window(Device.DESK);
    Page ana = browser.window(Device.PHONE);
    plan(lead);
    Pages.join(ana, "/j/" + lead.locator(".invite .code").textContent(), "Ana");
    Pages.next(lead, "Begin 10 minutes");
    Pages.write(ana, "Shorter meetings");
    Pages.press(ana, "I’m done writing");
    Pages.next(lead, "Begin sharing");
    Pages.next(lead, "Begin choosing");
    Pages.next(lead, "Count and show the results");

    Pages.field(ana, "What").fill("Half an action");
    ana.getByLabel("Who").fill("Ben");
    ana.reload();
    assertThat(Pages.field(ana, "What")).hasValue("Half an action");
    assertThat(ana.getByLabel("Who")).hasValue("Ben");
    Pages.press(ana, "Add action");
    assertThat(ana.locator(".todo")).containsText("Half an action");
    assertThat(Pages.field(ana, "What")).hasValue("");

    lead.getByLabel("Summary").fill("Typed and not saved");
    lead.reload();
    assertThat(lead.getByLabel("Summary")).hasValue("Typed and not saved");
    Pages.next(lead, "Close the session");
    assertThat(ana.locator(".closed")).containsText("Typed and not saved");
    forget(lead);
  }

  /** A new plan comes back after a reload; one that is saved does not. */
  private static void plan(Page lead) {
    Pages.makeTeam(lead);
    Pages.follow(lead, "Plan a session");
    Pages.field(lead, "Title").fill("Kept");
    Pages.field(lead, "Problem").fill(Pages.PROBLEM);
    Pages.field(lead, "Criterion 1").fill("Costs nothing");
    Pages.press(lead, "Add a criterion");
    Pages.field(lead, "Criterion 2").fill("We can try it next week");
    Pages.field(lead, "Quiet time").fill("10");
    Pages.field(lead, "Sharing").fill("19");
    lead.getByLabel("Your name").fill("Dana");
    lead.reload();
    assertThat(lead.locator("main")).containsText("What you typed earlier is here.");
    assertThat(Pages.field(lead, "Problem")).hasValue(Pages.PROBLEM);
    assertThat(Pages.field(lead, "Criterion 2")).hasValue("We can try it next week");
    assertThat(Pages.field(lead, "Sharing")).hasValue("19");
    assertThat(lead.locator(".preview")).containsText("19 min");
    Accessibility.check(lead, "a plan that was kept");
    Pages.press(lead, "Save and invite");
    lead.locator(".invite .code").waitFor();
    Page other = browser.tab(lead);
    other.navigate("/");
    Pages.follow(other, "Harbour office");
    Pages.follow(other, "Plan a session");
    assertThat(Pages.field(other, "Sharing")).hasValue("20");
    assertThat(Pages.field(other, "Title")).hasValue("");
    other.close();
  }

  /** The question names the teams; whoever cancels still has them. */
  private static void forget(Page lead) {
    lead.navigate("/");
    Pages.press(lead, "Forget this device");
    Locator dialog = lead.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("Harbour office");
    Accessibility.check(lead, "the question before forgetting");
    dialog.getByText("Cancel").click();
    assertThat(lead.locator(".teams")).containsText("Harbour office");
    Pages.press(lead, "Forget this device");
    dialog.getByText("Forget this device").click();
    assertThat(lead.locator(".teams")).containsText("No team yet.");
  }

  /** The key of a new team can be copied; the tab asks before it closes without the key. */
  @Test
  void theKeyOfANewTeamIsNotLost() {
    Page owner = browser.window(Device.DESK);
    owner.navigate("/");
    Pages.field(owner, "Name of the team").fill("Harbour office");
    Pages.press(owner, "Make the team");
    owner.locator(".key").waitFor();
    assertThat(owner.locator(".key code")).not().isEmpty();
    assertTrue(asksBeforeItCloses(owner));
    owner.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    Pages.press(owner, "Copy the key");
    assertThat(owner.locator("main")).containsText("The key is copied.");
    assertFalse(asksBeforeItCloses(owner));
  }

  private static boolean asksBeforeItCloses(Page page) {
    return (boolean) page.evaluate("!dispatchEvent(new Event('beforeunload', {cancelable: true}))");
  }
}
