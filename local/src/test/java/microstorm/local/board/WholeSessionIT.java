package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A group holds a session from the plan to the report by clicking and typing alone. */
class WholeSessionIT {

  private static Browser browser;

  @BeforeAll
  static void open() {
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void fromThePlanToTheReport() {
    Page lead = browser.window(Device.DESK);
    Page ana = browser.window(Device.PHONE);
    Page ben = browser.window(Device.DESK);
    Page watcher = browser.window(Device.DESK);
    List<Page> writers = List.of(ana, ben);

    String link = Pages.plan(lead, "Shorter meetings", 10);
    Pages.join(ana, link, "Ana");
    Pages.join(ben, link, "Ben");
    Pages.watch(watcher, link);
    assertThat(lead.locator(".people")).containsText("Ben");
    see("lobby", lead, ana, ben);

    Pages.next(lead, "Begin 10 minutes");
    Pages.write(ana, "Begin with the questions");
    Pages.write(ana, "Meet without chairs");
    Pages.write(ben, "Write down the decision first");
    see("quiet", lead, ana, ben, watcher);
    writers.forEach(writer -> Pages.press(writer, "I’m done writing"));

    Pages.next(lead, "Begin sharing");
    assertThat(ben.locator(".board .idea")).hasCount(3);
    group(ben, "Prepare");
    buildOn(ana, "One page at most");
    assertThat(watcher.locator(".built")).containsText("One page at most");
    see("sharing", ana, ben, watcher);

    Pages.next(lead, "Begin choosing");
    dot(ana, "Begin with the questions");
    dot(ben, "Begin with the questions");
    mark(ben, "Begin with the questions", "Costs nothing", 5);
    see("choosing", lead, ana, ben);

    Pages.next(lead, "Count and show the results");
    assertThat(ana.locator(".ranks li").first()).containsText("Begin with the questions");
    agree(ben);
    see("agreeing", lead, ana, ben, watcher);
    rest(lead, ana);

    lead.getByLabel("Summary").fill("We begin with the questions.");
    Pages.press(lead, "Save");
    assertThat(lead.locator(".toast")).containsText("Saved");
    Pages.next(lead, "Close the session");
    report(ana);
    assertThat(browser.complaints).isEmpty();
  }

  /** Keeps pictures of the pages, and lets axe look for barriers. */
  private static void see(String phase, Page... pages) {
    for (int i = 0; i < pages.length; i++) {
      Pages.picture(pages[i], phase + "-" + i);
      Accessibility.check(pages[i], phase + " " + i);
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
    page.getByLabel("What", new Page.GetByLabelOptions().setExact(true))
        .fill("Send the questions a day before");
    page.getByLabel("Who").fill("Ben");
    Pages.press(page, "Add action");
    assertThat(page.locator(".todo")).containsText("from idea 1");
  }

  private static void rest(Page lead, Page writer) {
    Pages.press(lead, "Take a break");
    assertThat(writer.getByRole(AriaRole.TIMER)).isVisible();
    Pages.picture(writer, "break");
    Accessibility.check(writer, "break");
    Pages.press(lead, "Go on now");
    assertThat(writer.locator(".agree")).isVisible();
  }

  private static void report(Page page) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("To the report")).click();
    Locator report = page.locator(".report");
    assertThat(report).containsText("We begin with the questions.");
    assertThat(report).containsText("Send the questions a day before");
    assertThat(report).containsText("One page at most");
    assertThat(report.locator(".chosen li").first()).containsText("2 dots");
    Pages.picture(page, "report");
    Accessibility.check(page, "report");
    assertThat(page.url()).endsWith("/report");
  }
}
