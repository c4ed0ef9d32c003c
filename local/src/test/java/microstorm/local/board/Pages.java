package microstorm.local.board;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.Collectors;

/** What people do on the pages: they click and type, and nothing else. */
public final class Pages {

  static final String PROBLEM = "Why do our meetings take so long, and what could we do instead?";

  private Pages() {}

  static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The scripts among these answers, as one text. A browser keeps no bodies of earlier pages. */
  static String scripts(List<Response> answers) {
    return List.copyOf(answers).stream()
        .filter(answer -> answer.url().endsWith(".js"))
        .map(answer -> answer.frame().page().request().get(answer.url()).text())
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  static Locator field(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  static void press(Page page, String name) {
    button(page, name).click();
  }

  static void follow(Page page, String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).click();
  }

  /** Makes a team, up to its log book. */
  static void makeTeam(Page owner) {
    owner.navigate("/");
    field(owner, "Name of the team").fill("Harbour office");
    press(owner, "Make the team");
    press(owner, "Remember it on this device");
  }

  /** Makes a team and plans a session, up to the lobby. Returns the link for the others. */
  public static String plan(Page lead, String title, int quietMinutes) {
    describe(lead, title);
    field(lead, "Quiet time").fill(String.valueOf(quietMinutes));
    return invite(lead);
  }

  /**
   * Makes a team and plans a session over days that collects ideas early. It stays planned. Returns
   * the link for the others.
   */
  static String planOverDays(Page lead, String title, String until) {
    describe(lead, title);
    lead.getByLabel("Quiet time over hours or days").check();
    lead.getByLabel("Quiet time until").fill(until);
    lead.getByLabel("Collect ideas before the session opens").check();
    return invite(lead);
  }

  /** Makes a team and begins a rehearsal. */
  static void rehearse(Page lead, String title) {
    describe(lead, title);
    lead.getByLabel("Your name").fill("Dana");
    press(lead, "Rehearse alone");
    lead.locator(".invite .code").waitFor();
  }

  private static String invite(Page lead) {
    lead.getByLabel("Your name").fill("Dana");
    press(lead, "Save and invite");
    return "/j/" + lead.locator(".invite .code").textContent();
  }

  private static void describe(Page lead, String title) {
    makeTeam(lead);
    follow(lead, "Plan a session");
    field(lead, "Title").fill(title);
    field(lead, "Problem").fill(PROBLEM);
    field(lead, "Criterion 1").fill("Costs nothing");
    press(lead, "Add a criterion");
    field(lead, "Criterion 2").fill("We can try it next week");
  }

  static void join(Page page, String link, String name) {
    join(page, link, name, ".lobby");
  }

  /** Joins a session and waits until the page of its phase shows this. */
  public static void join(Page page, String link, String name, String shown) {
    page.navigate(link);
    page.getByLabel("Your name").fill(name);
    press(page, "Join");
    page.locator(shown).first().waitFor();
  }

  static void watch(Page page, String link) {
    page.navigate(link);
    page.getByText("I only want to watch").click();
    press(page, "Join");
    page.locator(".lobby").waitFor();
  }

  /** Writes an idea in quiet time, and waits until it is saved. */
  static void write(Page page, String idea) {
    page.getByLabel("A new idea").fill(idea);
    press(page, "Add idea");
    page.locator(".mine .idea:not(.waiting)", new Page.LocatorOptions().setHasText(idea)).waitFor();
  }

  /** Takes the next step, as soon as it is possible. */
  public static void next(Page lead, String step) {
    lead.locator("button.main:not([aria-disabled])", new Page.LocatorOptions().setHasText(step))
        .click();
  }

  /** Lets a screen of the room ask to show the session, and admits it. */
  static void admit(Page screen, Page lead, String link) {
    screen.navigate("/");
    field(screen, "Code").fill(link.replace("/j/", ""));
    press(screen, "This is the room’s screen");
    press(lead, "Admit " + screen.locator(".sign .code").textContent());
    screen.locator(".wall").waitFor();
  }
}
