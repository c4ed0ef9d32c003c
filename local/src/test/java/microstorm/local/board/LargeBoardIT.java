package microstorm.local.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import microstorm.client.Api;
import microstorm.client.Person;
import microstorm.local.board.Browser.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A board with many people and many ideas. */
class LargeBoardIT {

  private static final int PEOPLE = 35;
  private static final int IDEAS = 140;
  private static final int IN_GROUP = 40;

  @RegisterExtension static final Browser browser = new Browser();

  @Test
  void manyPeopleAndManyIdeas() throws InterruptedException {
    Page lead = browser.window(Device.DESK);
    Page ana = browser.window(Device.PHONE);
    String link = Pages.plan(lead, "Many", 10);
    Pages.join(ana, link, "Ana");
    Api api = Browser.api();
    String session = lead.url().replaceAll(".*/s/([^/]+).*", "$1");
    List<Person> people =
        IntStream.rangeClosed(1, PEOPLE)
            .mapToObj(n -> join(api, session, link, "Participant " + n))
            .toList();
    findPeople(lead, ana);

    Pages.next(lead, "Begin 10 minutes");
    people.get(0).awaitBoard(board -> board.path("phase").asText().equals("quiet"));
    List<String> ideas = new ArrayList<>();
    for (int i = 0; i < IDEAS; i++) {
      ideas.add(people.get(i % PEOPLE).writes("Idea number " + i).path("id").asText());
    }
    people.forEach(person -> person.inSession("/ready", Map.of("ready", true)).expect(200));
    Pages.press(ana, "I’m done writing");
    Pages.next(lead, "Begin sharing");
    people.get(0).awaitBoard(board -> board.path("phase").asText().equals("sharing"));
    Map<String, Object> group = Map.of("name", "Large", "ideaIds", ideas.subList(0, IN_GROUP));
    people.get(0).onBoard("/groups", group).expect(201);
    foldedOnAPhone(ana);
    choose(lead, ana);
    assertThat(browser.complaints).isEmpty();
  }

  private static Person join(Api api, String session, String link, String name) {
    return Person.join(api, session, link.replace("/j/", ""), name, "participant");
  }

  /** A long list of people has a field that finds them. */
  private static void findPeople(Page lead, Page ana) {
    assertThat(ana.locator(".here")).containsText("and 7 more");
    Locator list = lead.locator(".people .rows").first().locator("li");
    assertThat(list).hasCount(30);
    lead.getByLabel("Find a person").fill("participant 3");
    assertThat(list).hasCount(7); // 3 and 30 to 35
    lead.getByLabel("Find a person").fill("");
    Screens.see(lead, "lobby-many");
  }

  /** A phone shows the groups; one is open at a time, and the ideas of none come by thirties. */
  private static void foldedOnAPhone(Page page) {
    Locator ideas = page.locator(".board .idea");
    Locator large = Pages.button(page, "Large");
    assertThat(large).hasAttribute("aria-expanded", "false");
    assertThat(ideas).hasCount(0);
    Screens.see(page, "sharing-folded");
    large.tap();
    assertThat(ideas).hasCount(IN_GROUP);
    Pages.button(page, "Not grouped yet").tap();
    assertThat(ideas).hasCount(30);
    Pages.button(page, "Show more (70)").tap();
    assertThat(ideas).hasCount(60);
    page.getByLabel("Find on the board").fill("number 139");
    assertThat(ideas).hasCount(1);
  }

  private static void choose(Page lead, Page page) {
    Pages.next(lead, "Begin choosing");
    assertThat(page.locator(".ideas li")).hasCount(30);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Give a dot")).nth(2).tap();
    assertThat(page.locator(".done")).containsText("2 dots left");
    Pages.button(page, "With my dots").tap();
    assertThat(page.locator(".ideas li")).hasCount(1);
    Pages.button(page, "All ideas").tap();
    assertThat(page.locator(".ideas li")).hasCount(30);
  }
}
