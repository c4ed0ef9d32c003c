package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A session that was cancelled is planned again, or deleted on the day that is announced. */
class CancelledSessionIT {

  private static final String TITLE = "Shorter meetings";
  private static final String BACK = "Go back to “Planned”";
  private static final int DAYS = 30;

  /** The day without the year, which another year would add. */
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d", Locale.US);

  @RegisterExtension static final Browser browser = new Browser();

  @Test
  void whoLeadsTakesTheCancellationBack() {
    Page lead = browser.window(Device.DESK);
    Page ana = browser.window(Device.PHONE);
    Pages.join(ana, Pages.plan(lead, TITLE, 10), "Ana");
    cancel(lead);
    assertThat(ana.locator("h1")).hasText("The session was cancelled");
    assertThat(lead.locator(".closed")).containsText("The session is then planned again");
    Screens.seeOnEachDevice(lead, "cancelled-lead");
    Screens.see(ana, "cancelled");
    assertThat(ana.getByText(BACK)).hasCount(0);

    Pages.press(lead, BACK);
    assertThat(ana.locator(".lobby")).isVisible();
    assertThat(lead.locator(".next")).isVisible();
    Pages.next(lead, "Open the lobby");
    Pages.button(lead, "Begin 10 minutes").waitFor();
    assertThat(browser.complaints).isEmpty();
  }

  @Test
  void theLogBookSaysWhenASessionIsDeletedAndPlansItAgain() {
    Page owner = browser.window(Device.DESK);
    Pages.plan(owner, TITLE, 10);
    String session = owner.url();
    cancel(owner);
    assertThat(owner.locator(".closed")).not().containsText("will be deleted");

    owner.navigate("/");
    Pages.follow(owner, "Harbour office");
    Locator sessions = owner.locator(".all li");
    cancelled(owner);
    assertThat(sessions).not().containsText("will be deleted");
    Pages.follow(owner, "Settings");
    assertThat(owner.locator("#dh")).containsText("announces its day first");
    Pages.field(owner, "Days until a closed session is deleted").fill(String.valueOf(DAYS));
    Pages.press(owner, "Save");
    assertThat(owner.locator("main > [role=status]")).containsText("Saved");
    String day = LocalDate.now(ZoneOffset.UTC).plusDays(DAYS).format(DAY);

    owner.navigate(session);
    assertThat(owner.locator(".closed")).containsText(day);
    Screens.seeOnEachDevice(owner, "cancelled-deleted");
    owner.navigate("/");
    Pages.follow(owner, "Harbour office");
    cancelled(owner);
    assertThat(sessions).containsText("will be deleted on");
    assertThat(sessions).containsText(day);
    Screens.seeOnEachDevice(owner, "log-book-deleted");

    Pages.press(owner, "Plan it again " + TITLE);
    assertThat(owner.locator("main")).containsText("No session of this kind.");
    owner.locator(".by select").selectOption("planned,lobby");
    assertThat(sessions).containsText(TITLE);
    assertThat(sessions).not().containsText("will be deleted");
    assertThat(browser.complaints).isEmpty();
  }

  private static void cancelled(Page owner) {
    owner.locator(".by select").selectOption("cancelled");
    assertThat(owner.locator(".all li")).containsText(TITLE);
  }

  private static void cancel(Page lead) {
    Pages.press(lead, "Cancel the session …");
    lead.getByRole(AriaRole.DIALOG).getByText("Cancel the session").last().click();
    assertThat(lead.locator("h1")).hasText("The session was cancelled");
  }
}
