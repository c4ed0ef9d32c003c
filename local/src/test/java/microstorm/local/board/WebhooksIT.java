package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page of a team's webhooks. */
class WebhooksIT {

  private static final AtomicInteger status = new AtomicInteger(204);
  private static HttpServer receiver;

  @RegisterExtension static final Browser browser = new Browser();

  @BeforeAll
  static void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterAll
  static void close() {
    receiver.stop(0);
  }

  private static String address() {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
  }

  private static void open(Page page) {
    Pages.makeTeam(page);
    Pages.follow(page, "Settings");
    Pages.follow(page, "Open the webhooks");
    assertThat(page.locator("h1")).hasText("Webhooks");
  }

  private static void add(Page page, String name, String url, String... events) {
    Pages.press(page, "Add a webhook");
    Pages.field(page, "Name of the webhook").fill(name);
    Pages.field(page, "Address").fill(url);
    for (String event : events) {
      page.locator("fieldset").getByText(event).check();
    }
    page.locator("form button.main").click();
  }

  private static void sure(Page page, String answer) {
    page.getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(answer).setExact(true))
        .click();
  }

  private static Locator spoken(Page page) {
    return page.locator("body > [role=status]");
  }

  @Test
  void anOwnerAddsTestsPausesChangesAndDeletesAWebhook() {
    status.set(204);
    Page owner = browser.window(Device.DESK);
    open(owner);
    assertThat(owner.locator("main")).containsText("The team has no webhook yet.");
    Screens.see(owner, "webhooks-none");
    add(owner, "Ticket system", address(), "A session has closed", "An action is done");

    Locator secret = owner.locator(".key");
    assertThat(secret.locator("h2")).hasText("The secret of “Ticket system”");
    assertThat(secret.locator("h2")).isFocused();
    assertThat(secret.locator("code")).hasText(Pattern.compile("whsec_.+"));
    Locator hook = owner.locator(".hook");
    assertThat(hook).containsText("Sends: A session has closed · An action is done");
    assertThat(hook).containsText("Nothing was sent in the last days.");
    Screens.seeOnEachDevice(owner, "webhooks-secret");
    Pages.press(owner, "I have stored it");
    assertThat(secret).hasCount(0);
    assertThat(hook.locator("h2")).isFocused();

    Pages.press(owner, "Send a test Ticket system");
    assertThat(hook).containsText(Pattern.compile("Delivered: status 204 after [\\d,]+ ms\\."));
    assertThat(spoken(owner)).containsText("Delivered");
    assertThat(hook).containsText("Last delivery: Test, delivered");

    Pages.press(owner, "Pause Ticket system");
    sure(owner, "Pause");
    assertThat(hook.locator("header")).containsText("paused");
    assertThat(Pages.button(owner, "Resume Ticket system")).isFocused();
    owner.keyboard().press("Enter");
    assertThat(hook.locator("header")).containsText("active");

    change(owner, hook);
    renew(owner, secret);
    owner.getByLabel("Ticket system 2: More").click();
    owner.locator(".menu:popover-open").getByText("Delete …").click();
    sure(owner, "Delete");
    assertThat(hook).hasCount(0);
    assertThat(owner.locator("h1")).isFocused();
    assertThat(browser.complaints).isEmpty();
  }

  private static void change(Page owner, Locator hook) {
    Pages.press(owner, "Change Ticket system");
    assertThat(Pages.field(owner, "Name of the webhook")).isFocused();
    assertThat(Pages.field(owner, "Address")).hasValue(address());
    assertThat(owner.getByLabel("A session has closed")).isChecked();
    owner.getByLabel("A session has closed").uncheck();
    Pages.field(owner, "Name of the webhook").fill("Ticket system 2");
    Screens.seeOnEachDevice(owner, "webhooks-change");
    Pages.press(owner, "Save");
    assertThat(hook.locator("h2")).hasText("Ticket system 2");
    assertThat(hook).not().containsText("A session has closed");
    assertThat(Pages.button(owner, "Change Ticket system 2")).isFocused();
  }

  private static void renew(Page owner, Locator secret) {
    owner.getByLabel("Ticket system 2: More").click();
    owner.locator(".menu:popover-open").getByText("Renew the secret …").click();
    sure(owner, "Renew the secret");
    assertThat(secret.locator("code")).hasText(Pattern.compile("whsec_.+"));
    assertThat(owner.locator(".hook")).containsText("The earlier secret also signs until");
    owner.reload();
    assertThat(owner.locator(".hook h2")).hasText("Ticket system 2");
    assertThat(owner.locator("main")).not().containsText("whsec_");
  }

  @Test
  void aFailedDeliveryShowsItsAnswersAndIsSentAgain() {
    status.set(503);
    Page owner = browser.window(Device.DESK);
    open(owner);
    add(owner, "Chat", address(), "An action is done");
    Pages.press(owner, "I have stored it");
    Pages.press(owner, "Send a test Chat");
    Locator hook = owner.locator(".hook");
    assertThat(hook).containsText(Pattern.compile("Not delivered: status 503 after [\\d,]+ ms\\."));
    assertThat(hook).containsText("Last deliveries: 1, of which 1 has failed.");

    hook.locator("summary").first().click();
    Locator delivery = hook.locator(".list > li");
    assertThat(delivery).hasCount(1);
    delivery.getByText("Answers").click();
    assertThat(delivery.locator("ol li")).hasCount(1);
    assertThat(delivery.locator("ol li")).containsText("status 503");
    Screens.seeOnEachDevice(owner, "webhooks-deliveries");

    status.set(200);
    delivery.locator("button").click();
    assertThat(delivery).containsText(Pattern.compile("Delivered: status 200"));
    assertThat(delivery.locator("ol li")).hasCount(2);
    hook.getByLabel("State").selectOption("failed");
    assertThat(hook).containsText("No delivery is like this.");
  }

  /** Without an event and with an address that is refused: the sentence stands at the field. */
  @Test
  void aRefusedFieldIsNamedMarkedAndFocused() {
    Page owner = browser.window(Device.PHONE);
    open(owner);
    add(owner, "Chat", "http://10.1.2.3/", "An action is done");
    Locator address = Pages.field(owner, "Address");
    assertThat(address).isFocused();
    assertThat(address).hasAttribute("aria-invalid", "true");
    assertThat(address)
        .hasAccessibleDescription(Pattern.compile("Address must have a host .*public internet\\."));
    Screens.see(owner, "webhooks-refused");

    address.fill(address());
    assertThat(owner.locator("#refused-field")).hasCount(0);
    assertThat(address).not().hasAttribute("aria-invalid", "true");
    owner.locator("fieldset").getByText("An action is done").uncheck();
    owner.locator("form button.main").click();
    assertThat(owner.locator("fieldset input").first()).isFocused();
    assertThat(owner.locator("fieldset")).containsText("Events must have 1 to 10 entries.");
    Pages.press(owner, "Cancel");
    assertThat(Pages.button(owner, "Add a webhook")).isFocused();
  }

  @Test
  void aMemberSeesNoWebhooks() {
    Page owner = browser.window(Device.DESK);
    open(owner);
    Pages.follow(owner, "Settings");
    Pages.field(owner, "Name of the key").fill("Ben");
    Pages.press(owner, "Add a key");
    String memberKey = owner.locator(".key code").textContent();
    String slug = owner.locator(".key b").textContent();

    Page member = browser.window(Device.DESK);
    member.navigate("/");
    member.getByText("Open a team with its key").click();
    member.getByLabel("Short name of the team").fill(slug);
    Pages.field(member, "Key").fill(memberKey);
    Pages.press(member, "Open");
    Pages.follow(member, "Settings");
    assertThat(member.locator("main")).containsText("Only owners change the team");
    assertThat(member.locator("main")).not().containsText("Webhooks");
    member.navigate("/t/" + slug + "/webhooks");
    assertThat(member.locator("main")).containsText("Only owners see the webhooks");
    assertThat(member.locator("main button")).hasCount(0);
    Screens.see(member, "webhooks-member");
  }

  /** The page of an installation without webhooks, in German. */
  @Test
  void thePageSaysThatTheOperatorHasSwitchedThemOff() {
    Page owner = browser.window(Device.DESK);
    open(owner);
    owner.route(
        "**/api/webhooks",
        route ->
            route.fulfill(new Route.FulfillOptions().setBody("{\"enabled\":false,\"items\":[]}")));
    owner.getByLabel("Menu").click();
    owner.locator(".menu:popover-open").getByText("Deutsch").click();
    owner.reload();
    assertThat(owner.locator(".notice"))
        .containsText("Webhooks sind auf dieser Installation abgeschaltet");
    assertThat(owner.locator("main .btn")).hasCount(0);
    Screens.see(owner, "webhooks-off");
  }
}
