package microstorm.local.board.bench;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import microstorm.client.Api;
import microstorm.client.Person;
import microstorm.local.board.Browser;
import microstorm.local.board.Browser.Device;
import microstorm.local.board.Pages;

/**
 * A session in the sharing phase with many ideas, of which some are in groups.
 *
 * @param link the link that people join with
 * @param people the people who wrote the ideas
 */
record LargeSession(String link, List<Person> people) {

  private static final int PEOPLE = 10;
  private static final int GROUPS = 10;
  private static final int IN_GROUP = 60;

  static LargeSession of(Browser browser, int ideas) throws InterruptedException {
    Page lead = browser.window(Device.DESK);
    String link = Pages.plan(lead, "Many ideas", 10);
    String session = lead.url().replaceAll(".*/s/([^/]+).*", "$1");
    Api api = Browser.api();
    List<Person> people =
        IntStream.rangeClosed(1, PEOPLE)
            .mapToObj(n -> Person.join(api, session, code(link), "Writer " + n, "participant"))
            .toList();
    Pages.next(lead, "Begin 10 minutes");
    people.get(0).awaitBoard(board -> board.path("phase").asText().equals("quiet"));
    people.forEach(person -> person.inSession("/ready", Map.of("ready", true)).expect(200));
    Pages.next(lead, "Begin sharing");
    people.get(0).awaitBoard(board -> board.path("phase").asText().equals("sharing"));
    group(people.get(0), write(people, ideas));
    lead.context().close();
    return new LargeSession(link, people);
  }

  private static List<String> write(List<Person> people, int ideas) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < ideas; i++) {
      String text = "Idea number " + i + ": begin with the questions, and send them a day before";
      ids.add(people.get(i % PEOPLE).writes(text).path("id").asText());
    }
    return ids;
  }

  private static void group(Person person, List<String> ideas) {
    for (int i = 0; i < GROUPS && (i + 1) * IN_GROUP <= ideas.size(); i++) {
      List<String> some = ideas.subList(i * IN_GROUP, (i + 1) * IN_GROUP);
      person.onBoard("/groups", Map.of("name", "Group " + i, "ideaIds", some)).expect(201);
    }
  }

  private static String code(String link) {
    return link.replace("/j/", "");
  }
}
