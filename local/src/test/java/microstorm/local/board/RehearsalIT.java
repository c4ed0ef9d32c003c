package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A facilitator practises alone, with simulated people. */
class RehearsalIT {

  private static final String SIMULATED = "(simulated)";
  private static final int PEOPLE = 4;
  private static final int IDEAS = 8;

  /** The seats that the browser keeps, by their names. */
  private static final String SEATS =
      """
      () => new Promise(done => {
        indexedDB.open('microstorm').onsuccess = ({target}) => {
          const asked = target.result.transaction('seats').objectStore('seats').getAllKeys();
          asked.onsuccess = () => done(asked.result.join(' '));
        };
      })""";

  @RegisterExtension static final Browser browser = new Browser();

  @Test
  void aFacilitatorHoldsASessionAlone() {
    Page lead = browser.window(Device.DESK);
    Pages.rehearse(lead, "Trying it");
    Locator people = lead.locator(".people");
    assertThat(people.getByText(SIMULATED)).hasCount(PEOPLE);
    assertThat(people).not().containsText("not connected");
    String session = lead.url().replaceAll(".*/s/([^/]+).*", "$1");
    assertThat(seats(lead)).hasSize(PEOPLE + 1).contains(session);
    Screens.see(lead, "rehearsal");

    Pages.next(lead, "Begin 10 minutes");
    assertThat(lead.locator("aside .now")).containsText(Pattern.compile("have written\\s*[1-4]"));
    lead.reload();
    assertThat(people.getByText("done", exactly())).hasCount(PEOPLE);
    assertThat(people.getByText(SIMULATED)).hasCount(PEOPLE);
    assertThat(seats(lead)).hasSize(PEOPLE + 1);

    Pages.next(lead, "Begin sharing");
    assertThat(lead.locator(".built li")).hasCount(1);
    assertThat(lead.locator(".group:not(.loose) .idea")).hasCount(2);
    assertThat(lead.locator(".board .idea")).hasCount(IDEAS + 1);

    Pages.next(lead, "Begin choosing");
    assertThat(lead.locator(".now")).containsText(Pattern.compile("are done\\s*4"));
    Pages.next(lead, "Count and show the results");
    assertThat(lead.locator(".ranks li").first()).containsText("dot");
    Pages.next(lead, "Close the session");
    ended(lead);
    assertThat(browser.complaints).isEmpty();
  }

  /** The rehearsal is over, and the browser has forgotten its people. */
  private static void ended(Page lead) {
    Browser.await().until(() -> seats(lead).stream().noneMatch(seat -> seat.contains("simulated")));
    Object kept =
        lead.evaluate("Object.keys(localStorage).some(key => key.startsWith('rehearsal/'))");
    assertThat(kept).isEqualTo(false);
  }

  /** The control: a session has the people who join it, and its page does not load others. */
  @Test
  void aSessionHasNoSimulatedPeople() {
    Page rehearsing = browser.window(Device.DESK);
    List<Response> answers = new ArrayList<>();
    rehearsing.onResponse(answers::add);
    Pages.rehearse(rehearsing, "Trying it");
    rehearsing.locator(".people").getByText(SIMULATED).first().waitFor();
    assertThat(Pages.scripts(answers)).contains(SIMULATED);

    Page lead = browser.window(Device.DESK);
    List<Response> others = new ArrayList<>();
    lead.onResponse(others::add);
    String link = Pages.plan(lead, "Shorter meetings", 10);
    Page ana = browser.window(Device.PHONE);
    Pages.join(ana, link, "Ana");
    assertThat(lead.locator(".people .rows li")).hasCount(2);
    Pages.next(lead, "Begin 10 minutes");
    Pages.write(ana, "Begin with the questions");
    lead.reload();
    assertThat(lead.locator("aside .next")).containsText("Share the ideas");
    assertThat(lead.locator(".people .rows li")).hasCount(2);
    assertThat(Pages.scripts(others)).doesNotContain(SIMULATED);
  }

  private static List<String> seats(Page page) {
    return List.of(((String) page.evaluate(SEATS)).split(" "));
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
