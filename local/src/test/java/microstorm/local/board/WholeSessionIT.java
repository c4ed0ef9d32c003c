package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.Stream;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A facilitator and six people, an observer and the screen of the room hold a session by clicking
 * and typing alone: from the plan to the report, and into the log book of another team.
 */
class WholeSessionIT {

  /** The ideas of the people besides Ana and Ben. */
  private static final List<String> OTHERS =
      List.of(
          "Half an hour at most",
          "Everybody may leave when their part is over",
          "Say at the beginning who decides",
          "No meetings on Fridays");

  @RegisterExtension static final Browser browser = new Browser();

  @Test
  void fromThePlanToTheReport() {
    Page lead = browser.window(Device.DESK);
    Page ana = browser.window(Device.PHONE);
    Page ben = browser.window(Device.DESK);
    Page watcher = browser.window(Device.DESK);
    Page screen = browser.window(Device.DESK);
    List<Page> others =
        Stream.generate(() -> browser.window(Device.DESK)).limit(OTHERS.size()).toList();
    List<Page> writers = Stream.concat(Stream.of(ana, ben), others.stream()).toList();

    String link = Pages.plan(lead, "Shorter meetings", 10);
    Pages.join(ana, link, "Ana");
    Pages.join(ben, link, "Ben");
    others.forEach(page -> Pages.join(page, link, "Participant " + (others.indexOf(page) + 3)));
    Pages.watch(watcher, link);
    assertThat(lead.locator(".people")).containsText("Ben");
    assertThat(lead.locator(".people")).containsText("7: a good size");
    Pages.admit(screen, lead, link);
    assertThat(screen.locator(".door .code")).hasText(link.replace("/j/", ""));
    assertThat(screen.locator("footer")).containsText("Ben");
    see("lobby", lead, ana, ben, screen);

    Pages.next(lead, "Begin 10 minutes");
    Pages.write(ana, "Begin with the questions");
    Pages.write(ana, "Meet without chairs");
    Pages.write(ben, "Write down the decision first");
    others.forEach(page -> Pages.write(page, OTHERS.get(others.indexOf(page))));
    see("quiet", lead, ana, ben, watcher, screen);
    writers.forEach(writer -> Pages.press(writer, "I’m done writing"));

    Pages.next(lead, "Begin sharing");
    assertThat(ben.locator(".board .idea")).hasCount(3 + OTHERS.size());
    group(ben, "Prepare");
    buildOn(ana, "One page at most");
    assertThat(watcher.locator(".built")).containsText("One page at most");
    see("sharing", lead, ana, ben, watcher, screen);
    show(lead, screen);

    Pages.next(lead, "Begin choosing");
    writers.forEach(page -> dot(page, "Begin with the questions"));
    mark(ben, "Begin with the questions", "Costs nothing", 5);
    see("choosing", lead, ana, ben, screen);

    Pages.next(lead, "Count and show the results");
    assertThat(ana.locator(".ranks li").first()).containsText("Begin with the questions");
    agree(ben);
    assertThat(screen.locator(".best li").first()).containsText("Begin with the questions");
    see("agreeing", lead, ana, ben, watcher, screen);
    rest(lead, ana, screen);

    lead.getByLabel("Summary").fill("We begin with the questions.");
    Pages.press(lead, "Save");
    assertThat(lead.locator(".toast")).containsText("Saved");
    Pages.next(lead, "Close the session");
    assertThat(screen.locator(".wall.end")).isVisible();
    see("closed", screen);
    report(ana);
    toDo(lead);
    RoundTrip.check(lead);
    assertThat(browser.complaints).isEmpty();
  }

  /** Keeps pictures of the pages, and lets axe look for barriers. */
  private static void see(String phase, Page... pages) {
    for (int i = 0; i < pages.length; i++) {
      Screens.see(pages[i], phase + "-" + i);
    }
  }

  private static Locator idea(Page page, String text) {
    return page.locator(".idea, .ideas li", new Page.LocatorOptions().setHasText(text));
  }

  private static void group(Page page, String name) {
    Pages.press(page, "Group: Begin with the questions");
    Pages.press(page, "New group");
    page.getByLabel("Name of the group").fill(name);
    Pages.press(page, "Save");
    assertThat(page.locator(".group h2").first()).hasText(name);
    Pages.press(page, "Group: Write down the decision first");
    page.getByRole(AriaRole.DIALOG).getByText(name).click();
    assertThat(page.locator(".group:not(.loose) .idea")).hasCount(2);
  }

  private static void buildOn(Page page, String text) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Build on"))
        .first()
        .click();
    page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX).fill(text);
    page.getByRole(AriaRole.DIALOG).getByText("Add idea").click();
  }

  private static void dot(Page page, String text) {
    idea(page, text).getByLabel("Give a dot").click();
    assertThat(page.locator(".done")).containsText("2 dots left");
  }

  private static void mark(Page page, String text, String criterion, int value) {
    idea(page, text)
        .getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(criterion))
        .getByLabel(String.valueOf(value))
        .check();
    assertThat(page.locator(".done")).containsText("1 mark given");
  }

  private static void agree(Page page) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make an action"))
        .first()
        .click();
    Pages.field(page, "What").fill("Send the questions a day before");
    page.getByLabel("Who").fill("Ben");
    Pages.press(page, "Add action");
    assertThat(page.locator(".todo")).containsText("from idea 1");
  }

  /** What the facilitator shows is huge on the screen of the room. */
  private static void show(Page lead, Page screen) {
    idea(lead, "Meet without chairs").getByLabel("More for this idea").click();
    lead.locator(".menu:popover-open").getByText("Show to everybody").click();
    assertThat(screen.locator(".big h1")).hasText("Meet without chairs");
    see("shown", screen);
    assertThat(screen.locator("html")).hasCSS("cursor", "none");
    screen.keyboard().press("d");
    see("shown", screen);
    screen.keyboard().press("d");
  }

  /** The team's list has the action, which is changed in place, done, and opened again. */
  private static void toDo(Page lead) {
    lead.navigate("/");
    Pages.follow(lead, "Harbour office");
    Pages.follow(lead, "To do");
    Locator action = lead.locator(".todo > li");
    assertThat(action).containsText("Send the questions a day before");
    assertThat(action).containsText("from “Shorter meetings”");
    Screens.seeOnEachDevice(lead, "to-do");
    action.getByText("Change").click();
    Pages.field(lead, "Until").fill("2020-02-29");
    see("to-do-change", lead);
    Pages.press(lead, "Save");
    assertThat(action).containsText("late");
    action.getByText("Done", new Locator.GetByTextOptions().setExact(false)).first().click();
    assertThat(action).hasCount(0);
    Pages.press(lead, "Undo");
    assertThat(action).hasCount(1);
    lead.getByLabel("State").selectOption("done,dropped");
    assertThat(lead.locator("main")).containsText("No action is like this.");
  }

  private static void rest(Page lead, Page writer, Page screen) {
    Pages.press(lead, "Take a break");
    assertThat(writer.getByRole(AriaRole.TIMER)).isVisible();
    assertThat(screen.locator(".rest")).containsText("We go on at");
    see("break", writer, screen);
    Pages.press(lead, "Go on now");
    assertThat(writer.locator(".agree")).isVisible();
  }

  private static void scorecard(Page page) {
    Locator standards = page.locator(".score li");
    assertThat(standards).hasCount(8);
    assertThat(standards.nth(2)).containsText("Everyone takes part");
    assertThat(standards.nth(3)).not().containsText("Next time");
    assertThat(standards.nth(1)).containsText("Only the people who lead the session see this.");
    page.getByText("How it is measured").click();
    assertThat(page.locator(".rules")).containsText("at least 5 min of quiet time");
  }

  private static void report(Page page) {
    Pages.follow(page, "To the report");
    Locator report = page.locator(".report");
    assertThat(report).containsText("We begin with the questions.");
    assertThat(report).containsText("Send the questions a day before");
    assertThat(report).containsText("One page at most");
    assertThat(report.locator(".chosen li").first()).containsText("6 dots");
    scorecard(page);
    Screens.see(page, "report");
    assertThat(page.url()).endsWith("/report");
  }
}
