package microstorm.local.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A phone that opens a link for the first time loads little. */
class FirstLoadIT {

  private static final int SCRIPT_BYTES = 60_000;
  private static final int STYLE_BYTES = 15_000;
  private static final int ALL_BYTES = 120_000;
  private static final int PAGE_BYTES = 30_000;
  private static final List<String> PAGES =
      List.of(
          "/",
          "/platform",
          "/s/an-id",
          "/s/an-id/screen",
          "/s/an-id/report",
          "/t/a-team",
          "/t/a-team/actions",
          "/t/a-team/settings",
          "/t/a-team/webhooks");

  @RegisterExtension static final Browser browser = new Browser();

  @Test
  void theJoinPageKeepsItsBudget() {
    Page phone = browser.window(Device.PHONE);
    List<Request> loaded = new ArrayList<>();
    phone.onRequestFinished(loaded::add);
    phone.navigate("/j/no-such-code");
    phone.getByText("No open session has this code.").waitFor();
    Accessibility.check(phone, "an unknown code");

    assertThat(bytes(loaded, request -> request.url().endsWith(".js"))).isBetween(1, SCRIPT_BYTES);
    assertThat(bytes(loaded, request -> request.url().endsWith(".css"))).isBetween(1, STYLE_BYTES);
    assertThat(bytes(loaded, request -> true)).isBetween(1, ALL_BYTES);
  }

  /** Every other page loads little in addition to what the join page has. */
  @Test
  void everyPageKeepsItsBudget() {
    int join = scripts("/j/no-such-code", "main");
    for (String path : PAGES) {
      assertThat(scripts(path, "main") - join).as(path).isLessThan(PAGE_BYTES);
    }
  }

  private static int scripts(String path, String shown) {
    Page page = browser.window(Device.DESK);
    List<Request> loaded = new ArrayList<>();
    page.onRequestFinished(loaded::add);
    page.navigate(path);
    page.locator(shown).waitFor();
    int bytes = bytes(loaded, request -> request.url().endsWith(".js"));
    page.context().close();
    return bytes;
  }

  /** Only German readers load German, and they read refusals in German. */
  @Test
  void onlyGermanReadersLoadGerman() {
    String german = "Kein Team hat diesen Kurznamen"; // the bundler escapes other letters
    Page page = browser.window(Device.DESK);
    List<Response> answers = new ArrayList<>();
    page.onResponse(answers::add);
    page.navigate("/");
    page.locator("h1").waitFor();
    assertThat(Pages.scripts(answers)).contains("Make the team").doesNotContain(german);

    page.getByLabel("Menu").click();
    page.locator(".menu:popover-open").getByText("Deutsch").click();
    enter(page, "kein-team", "kein-schluessel");
    assertThat(page.locator("[role=alert]").textContent()).contains(german);
    page.reload();
    Pages.field(page, "Name des Teams").waitFor();
    assertThat(Pages.scripts(answers)).contains(german);
  }

  private static void enter(Page page, String slug, String key) {
    page.getByText("Ein Team mit seinem Schlüssel öffnen").click();
    page.getByLabel("Kurzname des Teams").fill(slug);
    Pages.field(page, "Schlüssel").fill(key);
    Pages.press(page, "Öffnen");
    page.locator("[role=alert]").waitFor();
  }

  /** A wrong code can be corrected where it stands; the pages before a session have no barriers. */
  @Test
  void fromAWrongCodeToTheLobby() {
    Page lead = browser.window(Device.DESK);
    lead.navigate("/");
    Screens.see(lead, "start");
    String link = Pages.plan(lead, "Corrected", 5);

    Page phone = browser.window(Device.PHONE);
    phone.navigate("/j/no-such-code");
    phone.getByLabel("Code").fill(link.replace("/j/", ""));
    Pages.press(phone, "Join");
    phone.getByLabel("Your name").waitFor();
    Screens.see(phone, "join");
    phone.getByLabel("Your name").fill("Ana");
    Pages.press(phone, "Join");
    phone.locator(".lobby").waitFor();

    // who opens the link again comes back to the seat
    phone.navigate(link);
    phone.locator(".lobby").waitFor();
    lead.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("What the others see"))
        .click();
    lead.locator(".lobby").waitFor();
    Pages.follow(lead, "Lead");
    Pages.button(lead, "Begin 5 minutes").waitFor();
    assertThat(lead.locator(".people .rows li").count()).isEqualTo(2);
  }

  private static int bytes(List<Request> loaded, Predicate<Request> which) {
    return List.copyOf(loaded).stream()
        .filter(which)
        .mapToInt(request -> request.sizes().responseBodySize)
        .sum();
  }
}
