package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A team in two time zones writes over days, and begins before the session opens. */
class OverDaysIT {

  private static final String BERLIN = "Europe/Berlin";
  private static final String TOKYO = "Asia/Tokyo";
  private static final String EARLY = "Zebrafinken at the door";

  @RegisterExtension static final Browser browser = new Browser();

  @Test
  void fromEarlyIdeasToSharing() {
    Page lead = browser.window(Device.DESK, BERLIN);
    Page ana = browser.window(Device.PHONE, BERLIN);
    Page ben = browser.window(Device.DESK, TOKYO);
    LocalDate day = LocalDate.now(ZoneId.of(BERLIN)).plusDays(4);
    String link = Pages.planOverDays(lead, "Over days", day.atTime(LocalTime.NOON).toString());
    Pages.join(ana, link, "Ana");
    Pages.join(ben, link, "Ben");

    assertThat(ana.locator(".lobby")).containsText("You can write already");
    Pages.write(ana, EARLY);
    isHiddenFrom(lead, ben);
    assertThat(lead.locator(".now")).containsText("have written");
    assertThat(lead.locator(".people")).not().containsText("not connected");
    see("early", lead, ana, ben);

    Pages.next(lead, "Open the lobby");
    Pages.next(lead, "Begin, until");
    Pages.write(ben, "From another time zone");
    assertThat(ana.locator(".mine")).containsText(EARLY);
    assertThat(ana.locator(".done")).containsText("12:00");
    assertThat(ben.locator(".done")).containsText("GMT+9");
    assertThat(ben.locator(".bar .time")).containsText("Until");
    see("over-days", lead, ana, ben);

    ana.reload();
    assertThat(ana.locator(".mine")).containsText(EARLY);
    isHiddenFrom(lead, ben);
    Pages.press(ana, "I’m done writing");
    assertThat(lead.locator(".next")).containsText("1 of 2 are not done");
    assertThat(lead.locator(".next").getByText("Take a break")).hasCount(0);
    Pages.press(lead, "+24 h");
    assertThat(ana.locator(".done")).containsText(String.valueOf(day.plusDays(1).getDayOfMonth()));

    // the control: when both are done, the group shares, and Ben sees the early idea
    Pages.press(ben, "I’m done writing");
    Pages.next(lead, "Begin sharing");
    assertThat(ben.locator(".board")).containsText(EARLY);
    assertThat(browser.complaints).isEmpty();
  }

  private static void isHiddenFrom(Page... others) {
    for (Page page : List.of(others)) {
      assertThat(page.content()).doesNotContain(EARLY);
      assertThat(page.locator("body").ariaSnapshot()).doesNotContain(EARLY);
    }
  }

  private static void see(String name, Page... pages) {
    for (int i = 0; i < pages.length; i++) {
      Screens.keepOne(pages[i], name + "-" + i);
      Accessibility.check(pages[i], name + " " + i);
    }
  }
}
