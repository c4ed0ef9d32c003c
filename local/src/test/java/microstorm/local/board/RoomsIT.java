package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A group is split into two rooms, shares in them, and merges. */
class RoomsIT {

  private static final String ANAS = "Zebrafinken of one room";
  private static final String BENS = "Kormorane of the other room";

  @RegisterExtension static final Browser browser = new Browser();

  @Test
  void whatARoomWritesStaysInItUntilTheMerge() {
    Page lead = browser.window(Device.DESK);
    Page ana = browser.window(Device.PHONE);
    Page ben = browser.window(Device.DESK);
    String link = Pages.plan(lead, "Two rooms", 10);
    Pages.join(ana, link, "Uma");
    Pages.join(ben, link, "Ben");
    assertThat(lead.locator(".people")).containsText("Ben");
    Pages.press(lead, "Split into rooms");
    separate(lead);

    Pages.next(lead, "Begin 10 minutes");
    Pages.write(ana, ANAS);
    Pages.write(ben, BENS);
    Pages.press(ana, "I’m done writing");
    Pages.press(ben, "I’m done writing");
    Pages.next(lead, "Begin sharing");
    assertThat(ana.locator(".board .idea")).hasText(Pattern.compile(ANAS));
    assertThat(ben.locator(".board .idea")).hasText(Pattern.compile(BENS));
    assertThat(ben.locator(".rooms")).containsText("1 idea");
    assertThat(ben.content()).doesNotContain(ANAS);
    assertThat(ana.content()).doesNotContain(BENS);
    Screens.keepOne(ben, "rooms");
    Accessibility.check(ben, "a board in rooms");

    Page both = lead.context().newPage();
    both.navigate(lead.url().replace("/lead", ""));
    assertThat(both.locator(".board .idea")).hasCount(2);
    Locator switcher = both.getByRole(AriaRole.GROUP, named("Rooms"));
    switcher.getByRole(AriaRole.BUTTON).last().click();
    assertThat(both.locator(".board .idea")).hasCount(1);
    Accessibility.check(both, "the switcher of rooms");
    Screens.keepOne(both, "rooms-lead");
    both.close();

    merge(lead, ana);
    assertThat(ana.locator(".board .idea")).hasCount(2);
    assertThat(ben.locator(".board")).containsText(ANAS);
    assertThat(ben.locator(".board .idea .tag")).hasCount(2);
    Screens.keepOne(ben, "rooms-merged");
    assertThat(browser.complaints).isEmpty();
  }

  /** The merge cannot be taken back, so one click does not merge. */
  private static void merge(Page lead, Page other) {
    Locator dialog = lead.getByRole(AriaRole.DIALOG);
    Pages.press(lead, "Merge the rooms …");
    assertThat(dialog).containsText("everybody sees the ideas of all rooms");
    assertThat(dialog).containsText("This cannot be taken back.");
    Screens.see(lead, "rooms-merge-sure");
    dialog.getByText("Cancel").click();
    assertThat(dialog).hasCount(0);
    assertThat(lead.locator(".people h3 + ul li")).hasCount(2);
    assertThat(other.locator(".board .idea")).hasCount(1);
    Pages.press(lead, "Merge the rooms …");
    dialog.getByText("Merge the rooms", new Locator.GetByTextOptions().setExact(true)).click();
  }

  /** Rooms are random: if Ana and Ben are in the same one, the facilitator moves Ben. */
  private static void separate(Page lead) {
    Locator rooms = lead.locator(".people h3 + ul li");
    assertThat(rooms).hasCount(2);
    Locator anas = rooms.filter(new Locator.FilterOptions().setHasText("Uma"));
    String people = anas.textContent();
    if (people.contains("Ben")) {
      int other = people.contains("room 1") ? 2 : 1;
      Pages.press(lead, "Ben: More");
      Pages.press(lead, "Move to room " + other);
    }
    assertThat(anas).not().containsText("Ben");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
