package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A whole session without a pointer. After each step the focus is on an element that can be seen,
 * and a screen reader speaks what has happened.
 */
class KeyboardIT {

  @RegisterExtension static final Browser browser = new Browser();

  @Test
  void aSessionByKeysAlone() {
    Page leadPage = browser.window(Device.DESK);
    Page page = browser.window(Device.DESK);
    Keys lead = Keys.of(leadPage);
    Keys ana = Keys.of(page);
    String link = plan(leadPage, lead);

    page.navigate(link);
    ana.to("Your name").type("Ana").press("Enter").isAt("Why do our meetings");
    lead.to("Begin 10 minutes").press().hears("Quiet time begins.");
    ana.hears("Quiet time begins.").isAt("A new idea");
    write(page, ana);
    lead.to("Begin sharing").press().hears("Sharing begins.");
    ana.hears("Sharing begins.");
    group(page, ana);
    lead.to("Begin choosing").press().hears("Choosing begins.");
    choose(page, ana.hears("Choosing begins."));
    lead.to("Count and show the results").press().hears("Agreeing begins.");
    agree(page, ana.hears("Agreeing begins."));

    lead.to("Summary").type("We begin with the questions.").to("Save").press("Enter");
    lead.hears("Saved.").to("Close the session").press();
    ana.to("To the report").press("Enter").isAt("Shorter meetings");
    assertThat(page.locator(".report")).containsText("Send the questions");
    assertThat(browser.complaints).isEmpty();
  }

  private static String plan(Page page, Keys lead) {
    page.navigate("/");
    lead.to("Name of the team").type("Harbour office").press("Enter");
    lead.to("Remember it on this device").press("Enter");
    lead.to("Plan a session").press("Enter");
    lead.to("Title").type("Shorter meetings");
    lead.to("Problem").type(Pages.PROBLEM);
    lead.to("Criterion 1").type("Costs nothing");
    lead.to("Add a criterion").press("Enter").isAt("Criterion 2").type("We can try it next week");
    lead.to("Quiet time").type("10");
    lead.to("Your name").type("Dana").to("Save and invite").press("Enter");
    return "/j/" + page.locator(".invite .code").textContent();
  }

  private static void write(Page page, Keys ana) {
    ana.type("Begin with the questions").press("Enter");
    ana.hears("Added: “Begin with the questions”").isAt("A new idea");
    ana.type("Meet without chairs").press("Enter").type("One page at most").press("Enter");
    ana.hears("Added: “One page at most”").to("Withdraw").press("Enter");
    ana.hears("Withdrawn.").isAt("A new idea");
    ana.to("Undo").press("Enter").hears("Taken back: Withdrawn.").sees();
    order(page.locator(".mine .idea"), ana);
    ana.to("I’m done writing").press("Enter").isAt("I’m done writing");
  }

  /** One's own ideas are ordered by the keys that order those of a group. */
  private static void order(Locator ideas, Keys ana) {
    String first = ideas.locator(".words").first().textContent();
    ana.to("Withdraw").press("Alt+ArrowUp", "Alt+ArrowDown").hears("Moved, 2 of 3.");
    ana.isAt("Withdraw");
    assertThat(ideas.nth(1)).containsText(first);
    ana.press("Alt+ArrowUp").hears("Moved, 1 of 3.").isAt("Withdraw");
    assertThat(ideas.first()).containsText(first);
  }

  /** Two ideas are selected and moved together; each step speaks, and can be taken back. */
  private static void group(Page page, Keys ana) {
    assertThat(page.locator(".board .idea")).hasCount(3);
    page.keyboard().press("Tab");
    ana.sees();
    reach(page, ana);
    ana.press("Space").hears("1 idea selected").press("ArrowDown", "Space");
    ana.hears("2 ideas selected");
    withoutLetterKeys(page, ana);
    Screens.see(page, "sharing-selected");
    reach(page, ana);
    ana.press("m").to("New group").press("Enter");
    ana.isAt("Name of the group").press("Control+a").type("Prepare").press("Enter");
    ana.hears("Moved to Prepare.").sees();
    assertThat(page.locator(".group:not(.loose) .idea")).hasCount(2);
    reach(page, ana);
    ana.press("ArrowLeft", "Home").isAt("Begin with the questions").press("Alt+ArrowDown");
    ana.hears("Moved within Prepare, 2 of 2.").isAt("Begin with the questions");
    assertThat(page.locator(".group:not(.loose) .idea").first()).containsText("chairs");
    ana.press("Control+z").hears("Taken back: Moved within Prepare, 2 of 2.");
    assertThat(page.locator(".group:not(.loose) .idea").first()).containsText("questions");
    reach(page, ana);
    ana.press("ArrowLeft", "F2").isAt("Name of the group").press("Control+a");
    ana.type("Before the meeting").press("Enter").hears("Changed.").sees();
    ana.press("b").isAt("Begin with the questions").type("A day before").press("Enter");
    assertThat(page.locator(".built")).containsText("A day before");
    ana.hears("Added: “A day before”").sees();
  }

  /** A person who uses voice control can switch the letter keys off. */
  private static void withoutLetterKeys(Page page, Keys ana) {
    switchLetterKeys(page, ana);
    reach(page, ana);
    ana.press("m", "b");
    assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    switchLetterKeys(page, ana);
  }

  private static void switchLetterKeys(Page page, Keys ana) {
    ana.to("Menu").press("Enter").to("Keys, speech and sound …").press("Enter");
    ana.isAt("Letter keys on the board: M, B and ?").press("Space");
    Screens.see(page, "preferences");
    ana.press("Escape").sees();
  }

  /** Tab until an idea has the focus. */
  private static void reach(Page page, Keys ana) {
    for (int i = 0; i < 40 && page.locator(".idea:focus").count() == 0; i++) {
      page.keyboard().press("Tab");
      ana.sees();
    }
    assertThat(page.locator(".idea:focus")).hasCount(1);
  }

  private static void choose(Page page, Keys ana) {
    ana.to("Give a dot").press("Enter").hears("2 dots left").isAt("Give a dot");
    ana.to("Give a dot").press("Enter").hears("1 dot left");
    page.keyboard().press("Tab");
    ana.press("Space", "ArrowRight").sees();
    assertThat(page.locator(".done")).containsText("1 mark given");
    ana.to("I’m done choosing").press("Enter").isAt("I’m done choosing");
  }

  private static void agree(Page page, Keys ana) {
    ana.to("Make an action from 1a").press("Enter").isAt("What");
    ana.type("Send the questions a day before").to("Who").type("Ana").to("Add action");
    ana.press("Enter");
    assertThat(page.locator(".todo")).containsText("Send the questions");
    ana.sees();
  }
}
