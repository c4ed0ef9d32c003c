package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages of a team: its log book, its settings; and the page that compares platforms. */
class TeamPagesIT {

  private static final Path LOG = Path.of("..", "samples", "micro-brainstorming.md");
  private static final String TITLE = "Dask Parallel Data Processing";

  @RegisterExtension static final Browser browser = new Browser();

  private static String logBook(Page owner) throws IOException {
    Download log = owner.waitForDownload(() -> Pages.press(owner, "Download the log book"));
    return Files.readString(log.path());
  }

  private static Locator sessions(Page page) {
    return page.locator(".all li");
  }

  @Test
  void aLogComesInAndIsTakenBack() throws IOException {
    Page owner = browser.window(Device.DESK);
    Pages.makeTeam(owner);
    assertThat(owner.locator(".all")).containsText("No session yet.");
    Locator file = owner.locator("input[type=file]");
    byte[] nothing = "Nothing".getBytes(StandardCharsets.UTF_8);
    file.setInputFiles(new FilePayload("notes.md", "text/markdown", nothing));
    assertThat(owner.locator(".bring [role=alert]")).containsText("The text has no session.");
    Screens.see(owner, "log-book-refused");

    file.setInputFiles(LOG);
    Locator review = owner.locator(".review");
    assertThat(review).containsText("Nothing is brought in yet. 4 sessions are new.");
    assertThat(owner.locator(".all")).containsText("No session yet.");
    Screens.see(owner, "log-book-checked");
    Pages.press(owner, "Bring it in");
    assertThat(sessions(owner)).hasCount(4);
    assertThat(review).containsText("4 sessions are new.");
    assertThat(review).containsText("**Date**: May 07, 2020 - Wednesday");
    assertThat(review).containsText("May 7, 2020 was a Thursday, not a Wednesday.");
    trends(owner);
    Screens.seeOnEachDevice(owner, "log-book");
    Pages.press(owner, "Repair the wrong characters");
    assertThat(review).containsText("Nothing is brought in yet. 1 session has changed.");
    Pages.press(owner, "Bring it in");
    assertThat(review).containsText("It can be undone until");

    owner.locator(".by select").selectOption("planned,lobby");
    assertThat(owner.locator(".all")).containsText("No session of this kind.");
    owner.locator(".by select").selectOption("");
    Browser.await()
        .untilAsserted(() -> assertThat(logBook(owner)).contains(TITLE, "application’s"));
    Download all =
        owner.waitForDownload(() -> Pages.press(owner, "Download everything as a ZIP file"));
    try (ZipFile zip = new ZipFile(all.path().toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName)).contains("log.md", "index.json").hasSize(10);
    }
    search(owner);

    delete(owner);
    owner.reload();
    undo(owner);
    assertThat(owner.locator(".bring")).containsText("1 session is as before.");
    undo(owner);
    assertThat(sessions(owner)).hasCount(0);
    assertThat(owner.locator(".bring")).containsText("3 sessions are removed.");
  }

  private static void undo(Page owner) {
    Pages.press(owner, "Undo this import");
    owner.getByRole(AriaRole.DIALOG).getByText("Undo this import").click();
  }

  @Test
  void aCorrectedSessionIsRecognizedAndCanBeSplit() {
    Page owner = browser.window(Device.DESK);
    Pages.makeTeam(owner);
    Locator file = owner.locator("input[type=file]");
    bring(owner, file, "Paralel work", "2020-05-07");
    assertThat(sessions(owner)).hasCount(1);
    file.setInputFiles(log("Parallel work", "2020-05-06"));
    Locator review = owner.locator(".review");
    assertThat(review.locator(".matched")).containsText("Was “#1 · Paralel work · May 7, 2020”.");
    assertThat(review).containsText("The text is the same, and so is the number.");
    assertThat(review.getByText("These are two sessions")).hasCount(0);
    Pages.press(owner, "Bring it in");
    assertThat(sessions(owner)).hasCount(1);
    assertThat(sessions(owner)).containsText("Parallel work");
    Screens.see(owner, "log-book-matched");
    Pages.press(owner, "These are two sessions");
    owner.getByRole(AriaRole.DIALOG).getByText("These are two sessions").click();
    assertThat(sessions(owner)).hasCount(2);
    assertThat(review.locator(".matched")).hasCount(0);
  }

  private static void bring(Page owner, Locator file, String title, String date) {
    file.setInputFiles(log(title, date));
    Pages.press(owner, "Bring it in");
  }

  private static FilePayload log(String title, String date) {
    String log =
        "### Session : 1\n\n**Date**: %s\n\n**Title**: %s\n\n- one\n".formatted(date, title);
    return new FilePayload("log.md", "text/markdown", log.getBytes(StandardCharsets.UTF_8));
  }

  /** A log shows how many people took part, and not how long they were quiet. */
  private static void trends(Page owner) {
    Locator figures = owner.locator(".trends figure");
    assertThat(figures).hasCount(7);
    assertThat(figures.filter(new Locator.FilterOptions().setHasText("People"))).containsText("3");
    assertThat(figures.filter(new Locator.FilterOptions().setHasText("Quiet time in minutes")))
        .containsText("Not known");
    owner.getByText("The same numbers as a table").click();
    assertThat(owner.locator(".trends tbody tr")).hasCount(4);
    assertThat(owner.locator(".trends tbody tr").first()).containsText(TITLE);
  }

  /** A report can be searched some seconds after it has come in. */
  private static void search(Page owner) {
    Locator field = owner.getByLabel("Search ideas, problems, actions and summaries");
    Locator found = owner.locator(".found");
    Browser.await()
        .until(
            () -> {
              field.fill("paralell data");
              field.press("Enter");
              found.waitFor();
              return found.textContent().contains("These contain “parallel");
            });
    assertThat(found).containsText("Nothing contains “paralell”.");
    assertThat(found.locator("mark").first())
        .hasText(Pattern.compile("parallel|data", Pattern.CASE_INSENSITIVE));
    Locator title = found.locator("li", new Locator.LocatorOptions().setHasText(TITLE)).first();
    assertThat(title).isVisible();
    Screens.seeOnEachDevice(owner, "log-book-search");
    owner.getByLabel("all kinds").selectOption("title");
    assertThat(found.locator("li")).hasCount(1);
    field.fill("xylophone");
    field.press("Enter");
    assertThat(found.locator("h2")).hasText("Nothing contains “xylophone”.");
    Pages.press(owner, "All sessions");
    assertThat(found).hasCount(0);
  }

  /** A session is deleted only if its title was typed. */
  private static void delete(Page owner) {
    owner.getByLabel(TITLE + ": More").click();
    owner.locator(".menu:popover-open").getByText("Delete").click();
    Locator dialog = owner.getByRole(AriaRole.DIALOG);
    dialog.getByRole(AriaRole.TEXTBOX).fill("Dask");
    dialog.getByText("Delete for good").click();
    assertThat(dialog).isVisible();
    Accessibility.check(owner, "deleting a session");
    dialog.getByRole(AriaRole.TEXTBOX).fill(TITLE);
    dialog.getByText("Delete for good").click();
    assertThat(sessions(owner)).hasCount(3);
  }

  @Test
  void theOwnerChangesTheTeamAndDeletesIt() {
    Page owner = browser.window(Device.PHONE);
    Pages.makeTeam(owner);
    Pages.follow(owner, "Settings");
    Pages.field(owner, "Name of the team").fill("Harbour");
    Pages.press(owner, "Save");
    assertThat(owner.locator(".bar")).containsText("Harbour");

    Pages.field(owner, "Name of the key").fill("Ben");
    Pages.press(owner, "Add a key");
    String memberKey = owner.locator(".key code").textContent();
    String slug = owner.locator(".key b").textContent();
    template(owner);
    Screens.see(owner, "settings");

    Page member = browser.window(Device.DESK);
    member.navigate("/");
    member.getByText("Open a team with its key").click();
    member.getByLabel("Short name of the team").fill(slug);
    Pages.field(member, "Key").fill(memberKey);
    Pages.press(member, "Open");
    Pages.follow(member, "Settings");
    assertThat(member.locator("main")).containsText("Only owners change the team");
    assertThat(member.getByText("Delete the team")).hasCount(0);
    Screens.see(member, "settings-member");

    Pages.press(owner, "Revoke Ben");
    owner.getByRole(AriaRole.DIALOG).getByText("Revoke", exactly()).last().click();
    assertThat(owner.locator("ms-keys .list li")).hasCount(1);
    member.reload();
    assertThat(member.locator("[role=alert]")).isVisible();

    deleteTeam(owner, memberKey, "[role=alert]");
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static void template(Page owner) {
    owner.getByText("Add a template").first().click();
    Pages.field(owner, "Name of the template").fill("Half an hour");
    Pages.field(owner, "Criteria").fill("Costs nothing\nWe can try it next week");
    Pages.field(owner, "Quiet time").fill("5");
    owner.locator("#tf button").first().click();
    Pages.press(owner, "Change Half an hour");
    assertThat(Pages.field(owner, "Criteria")).hasValue("Costs nothing\nWe can try it next week");
    assertThat(Pages.field(owner, "Quiet time")).hasValue("5");

    Pages.follow(owner, "Plan a session");
    owner.locator(".kinds").getByText("Half an hour").click();
    assertThat(Pages.field(owner, "Quiet time")).hasValue("5");
    assertThat(Pages.field(owner, "Criterion 1")).hasValue("Costs nothing");
    owner.goBack();
  }

  /** Another key does not delete the team. The right one is not typed here: it is shown once. */
  private static void deleteTeam(Page owner, String wrongKey, String refusal) {
    Pages.press(owner, "Delete the team …");
    owner.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX).fill(wrongKey);
    owner.getByRole(AriaRole.DIALOG).getByText("Delete for good").click();
    assertThat(owner.locator(refusal)).isVisible();
    assertThat(owner.locator("h1")).hasText("Settings");
  }

  @Test
  void aPlanIsChangedAndRehearsed() {
    Page owner = browser.window(Device.DESK);
    String link = Pages.plan(owner, "Shorter meetings", 10);
    owner.navigate("/");
    Pages.follow(owner, "Harbour office");
    Pages.follow(owner, "Change Shorter meetings");
    Locator title = Pages.field(owner, "Title");
    assertThat(title).hasValue("Shorter meetings");
    assertThat(Pages.field(owner, "Criterion 2")).hasValue("We can try it next week");
    title.fill("Calmer meetings");
    Screens.seeOnEachDevice(owner, "plan-change");
    owner.getByText("No names at all").click();
    Pages.press(owner, "Save");
    assertThat(sessions(owner)).containsText("Calmer meetings");
    nobodyIsNamed(owner, link);

    Pages.follow(owner, "Plan a session");
    title.fill("Trying it");
    Pages.field(owner, "Problem").fill(Pages.PROBLEM);
    Pages.field(owner, "Criterion 1").fill("Fast");
    Pages.field(owner, "Your name").fill("Dana");
    Pages.press(owner, "Rehearse alone");
    Pages.button(owner, "Begin 10 minutes").waitFor();
    owner.navigate("/");
    Pages.follow(owner, "Harbour office");
    assertThat(sessions(owner).first()).containsText("rehearsal");
  }

  /** The screen of the room says how many are here, and no name in a session without names. */
  private static void nobodyIsNamed(Page owner, String link) {
    Pages.press(owner, "Go in Calmer meetings");
    Page screen = browser.window(Device.DESK);
    Pages.admit(screen, owner, link);
    assertThat(screen.locator("h1")).hasText(Pages.PROBLEM);
    assertThat(screen.locator("footer")).hasText("1 here");
    owner.navigate("/");
    Pages.follow(owner, "Harbour office");
  }

  /** On a laptop nothing looks like a fault. */
  @Test
  void thePlatformsStandBesideEachOther() {
    for (Device device : List.of(Device.DESK, Device.PHONE)) {
      Page anybody = browser.window(device);
      anybody.navigate("/platform");
      assertThat(anybody.locator("tbody tr")).hasCount(10);
      assertThat(anybody.locator("main")).containsText("one machine without containers");
      anybody.getByText("On this machine").click();
      assertThat(anybody.locator("dd").first()).not().isEmpty();
      assertThat(anybody.getByRole(AriaRole.ALERT)).hasCount(0);
      Screens.see(anybody, "platform");
    }
    assertThat(browser.complaints).isEmpty();
  }
}
