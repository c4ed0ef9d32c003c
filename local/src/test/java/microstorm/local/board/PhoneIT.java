package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A whole session on phones, planning and leading included. The ideas are words that a page must
 * show and never obey, on each page and on the screen of the room.
 */
class PhoneIT {

  private static final String LONG = "A very long idea " + "x".repeat(1_500);
  private static final List<String> HOSTILE =
      List.of(
          "<script>window.obeyed = 1</script>",
          "<img src=x onerror=\"window.obeyed = 1\">",
          "[look](javascript:window.obeyed=1) javascript:window.obeyed=1",
          "{{constructor.constructor('window.obeyed = 1')()}} ${window.obeyed = 1}",
          "👩‍👩‍👧‍👦 שלום مرحبا 会议",
          LONG);

  @RegisterExtension static final Browser browser = new Browser();

  @Test
  void aWholeSessionOnPhonesWithHostileWords() {
    Page lead = browser.window(Device.PHONE);
    Page ana = browser.window(Device.PHONE);
    Page screen = browser.window(Device.DESK);
    List<Page> all = List.of(lead, ana, screen);
    String link = Pages.plan(lead, "<b>On phones</b>", 10);
    Pages.join(ana, link, "<i>Ana</i>");
    Pages.admit(screen, lead, link);

    Pages.next(lead, "Begin 10 minutes");
    HOSTILE.forEach(words -> Pages.write(ana, words));
    Pages.press(ana, "I’m done writing");
    Pages.next(lead, "Begin sharing");
    assertThat(ana.locator(".board .idea")).hasCount(HOSTILE.size());
    shows(ana, ".board .idea .words");
    Screens.see(ana, "sharing-hostile");
    group(ana);
    turn(lead, "What the others see");
    shows(lead, ".board .idea .words");
    handOver(lead, ana);
    turn(ana, "Lead");

    Pages.next(ana, "Begin choosing");
    turn(ana, "What the others see");
    shows(ana, ".ideas h2");
    Screens.see(ana, "choosing-hostile");
    ana.getByLabel("Give a dot").first().tap();
    assertThat(ana.locator(".done")).containsText("2 dots left");
    turn(ana, "Lead");
    Pages.next(ana, "Count and show the results");
    assertThat(screen.locator(".best li")).hasCount(1);
    Pages.next(ana, "Close the session");
    turn(ana, "What the others see");
    ana.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("To the report")).tap();
    assertThat(ana.locator(".report")).containsText("<script>window.obeyed = 1</script>");
    assertThat(ana.locator(".report")).containsText(LONG);
    all.forEach(PhoneIT::obeysNothing);
    assertThat(browser.complaints).isEmpty();
  }

  /** Each idea stands there as it was written. */
  private static void shows(Page page, String words) {
    for (String idea : HOSTILE) {
      assertThat(page.locator(words, new Page.LocatorOptions().setHasText(idea))).hasCount(1);
    }
    obeysNothing(page);
  }

  private static void obeysNothing(Page page) {
    assertThat(page.evaluate("window.obeyed")).isNull();
    assertThat(page.locator("img[src=x], a[href^='javascript'], main script")).hasCount(0);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s is not wider than its window", page.url())
        .isEqualTo(true);
  }

  private static void group(Page page) {
    page.getByLabel("Group: " + HOSTILE.get(0)).tap();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByText("New group").tap();
    page.getByLabel("Name of the group").fill("<u>Markup</u>");
    dialog.getByText("Save").tap();
    assertThat(page.locator(".group h2").first()).hasText("<u>Markup</u>");
  }

  /** The participant leads too, and the first one leaves. */
  private static void handOver(Page lead, Page next) {
    turn(lead, "Lead");
    lead.getByLabel("<i>Ana</i>: More").tap();
    lead.locator(".menu:popover-open").getByText("Let this person lead").tap();
    Pages.button(lead, "Let this person lead").tap();
    assertThat(next.locator(".toast")).containsText("You now lead this session.");
    lead.getByLabel("Menu").tap();
    lead.locator(".menu:popover-open").getByText("Leave the session").tap();
    Pages.button(lead, "Leave the session").tap();
    assertThat(lead).hasURL(Pattern.compile("/$"));
  }

  /** On a phone the panel is a page of its own. */
  private static void turn(Page page, String to) {
    page.getByLabel("Menu").tap();
    page.locator(".menu:popover-open").getByText(to).tap();
  }
}
