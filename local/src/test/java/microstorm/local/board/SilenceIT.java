package microstorm.local.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * In quiet time nothing of anybody else reaches the browser of a participant, of an observer or of
 * the room: not the page, not what it keeps, receives or speaks, and nothing moves but the clock.
 */
class SilenceIT {

  private static final String SECRET = "Zebrafinken";
  private static final String OWN = "An idea of Ana";

  /** Remembers each change of the page, except those of the clock. */
  private static final String WATCH =
      """
      () => {
        window.changes = [];
        const clock = node => node.parentElement?.closest('.time') ?? node.closest?.('.time');
        new MutationObserver(all => all.filter(change => !clock(change.target))
            .forEach(change => window.changes.push(change.type + ' ' + change.target.textContent)))
          .observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true});
      }""";

  private static final String KEPT =
      """
      async () => {
        const databases = await indexedDB.databases();
        const read = ({name}) => new Promise(done => {
          const opened = indexedDB.open(name);
          opened.onsuccess = async () => {
            const stores = [...opened.result.objectStoreNames];
            done(await Promise.all(stores.map(store => new Promise(all => {
              const got = opened.result.transaction(store).objectStore(store).getAll();
              got.onsuccess = () => all(got.result);
            }))));
          };
        });
        return JSON.stringify([await Promise.all(databases.map(read)), {...localStorage}, {...sessionStorage}]);
      }""";

  @RegisterExtension static final Browser browser = new Browser();

  @Test
  void nothingOfAnybodyElseReachesAPage() {
    Page lead = browser.window(Device.DESK);
    Page ana = browser.window(Device.PHONE);
    Page ben = browser.window(Device.DESK);
    Page watcher = browser.window(Device.DESK);
    Page screen = browser.window(Device.DESK);
    String link = Pages.plan(lead, "Quiet", 10);
    Pages.join(ana, link, "Ana");
    Pages.join(ben, link, "Ben");
    Pages.watch(watcher, link);
    Pages.admit(screen, lead, link);
    Pages.next(lead, "Begin 10 minutes");
    Pages.write(ana, OWN);
    watcher.getByText("Everybody writes for themselves").waitFor();
    screen.locator(".timer").waitFor();

    List<String> received = Collections.synchronizedList(new ArrayList<>());
    for (Page page : List.of(ana, watcher, screen)) {
      page.onResponse(response -> received.add(response.url()));
      page.onConsoleMessage(message -> received.add(message.text()));
      page.evaluate(WATCH);
    }
    Pages.write(ben, SECRET + " under the table");
    Pages.press(ben, "I’m done writing");
    // the panel shows that Ben is done: the event has been sent to everybody
    lead.locator(".people").getByText("done").waitFor();
    Pages.write(ana, OWN + ", a second one");

    assertThat(String.join("\n", received)).doesNotContain(SECRET);
    for (Page page : List.of(ana, watcher, screen, lead)) {
      assertThat(page.content()).doesNotContain(SECRET);
      assertThat((String) page.evaluate(KEPT)).doesNotContain(SECRET);
      assertThat(page.locator("body").ariaSnapshot()).doesNotContain(SECRET);
    }
    assertThat((List<?>) watcher.evaluate("window.changes")).isEmpty();
    assertThat((List<?>) screen.evaluate("window.changes")).isEmpty();
    assertThat((List<?>) ana.evaluate("window.changes"))
        .allSatisfy(change -> assertThat(change.toString()).doesNotContain("Ben"));

    // The control: once sharing begins, the same page has the same words.
    Pages.press(ana, "I’m done writing");
    Pages.next(lead, "Begin sharing");
    ana.locator(".board").getByText(SECRET).waitFor();
    assertThat(ana.content()).contains(SECRET);
    assertThat((List<?>) watcher.evaluate("window.changes")).isNotEmpty();
    assertThat((List<?>) screen.evaluate("window.changes")).isNotEmpty();
  }
}
