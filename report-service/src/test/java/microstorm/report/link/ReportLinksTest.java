package microstorm.report.link;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import microstorm.report.LiveSession;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestIssuer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The links in the report of a session. */
@ReportServiceTest
class ReportLinksTest {

  private static final String MENU = "https://EXAMPLE.com:443/menu";
  private static final String IDEA = "https://example.org/idea";
  private static final String TOPIC = "https://example.com/topic";
  private static final String ACTION = "https://example.com/action";

  @Inject Jdbi database;
  @Inject ReportLinkReader reader;

  private final LiveSession live = new LiveSession();
  private final String topic = UUID.randomUUID().toString();
  private final String action = UUID.randomUUID().toString();

  private void hold() {
    live.quiet();
    live.publish("sharing-started", LiveSession.sample("sharing-started"));
    live.publishIdea(
        "topic-added",
        live.ideaEvent("topic-added")
            .put("topicId", topic)
            .putNull("parentId")
            .put("title", "See " + TOPIC));
    live.publishIdea("shared", live.ideaEvent("shared").put("text", "[Words](" + IDEA + ")"));
    live.publishIdea(
        "link-added",
        live.ideaEvent("link-added")
            .put("linkId", UUID.randomUUID().toString())
            .put("title", "Words")
            .put("url", IDEA));
    live.publishIdea(
        "action-added",
        live.ideaEvent("action-added")
            .put("actionId", action)
            .put("text", "Read " + ACTION + " and " + MENU));
    ObjectNode changed = LiveSession.sample("changed").put("teamId", live.team.toString());
    changed.putNull("logRevision").put("participants", 2);
    changed
        .put("problem", "Why " + MENU + "?")
        .put("summary", "[The menu](https://example.com/menu)");
    live.publish("changed", changed);
    await().until(() -> live.report().getString("summary") != null);
    await().until(() -> live.report().getList("links").size() == 4);
  }

  @Test
  void aReportHasEachAddressOnceWithItsPlaces() {
    hold();
    assertThat(live.report().getList("links.address")).containsExactly(MENU, IDEA, TOPIC, ACTION);
    assertThat(live.report().getInt("moreLinks")).isZero();
    assertThat(live.report().getMap("links[0]"))
        .as("the same address in another form")
        .containsEntry("title", "The menu")
        .doesNotContainKey("check");
    assertThat(live.report().getList("links[0].places.part"))
        .containsExactly("problem", "summary", "action");
    assertThat(live.report().getString("links[1].places[0].ideaId"))
        .isEqualTo(live.idea.toString());
    assertThat(live.report().getString("links[2].places[0].topicId")).isEqualTo(topic);
    assertThat(live.report().getString("links[3].places[0].actionId")).isEqualTo(action);
    assertThat(page())
        .contains(
            "href=\"" + IDEA + "\"",
            "in <a href=\"#idea-1\"",
            "<a href=\"#problem\"",
            "<a href=\"#actions\"");
  }

  /** The controls are the other links, and the link of the idea before. */
  @Test
  void theLinksOfARemovedIdeaAreGone() {
    hold();
    live.publishIdea("redacted", live.ideaEvent("redacted"));
    await().until(() -> live.report().getList("links").size() == 3);
    assertThat(live.report().getList("links.address")).containsExactly(MENU, TOPIC, ACTION);
    assertThat(page()).doesNotContain(IDEA);
  }

  /** The control is another team's check of the same address. */
  @Test
  void aLinkSaysWhatTheTeamsLastCheckFound() {
    hold();
    check(live.team, MENU, "broken");
    check(UUID.randomUUID(), IDEA, "broken");
    assertThat(live.report().getMap("links[0].check"))
        .containsEntry("state", "broken")
        .containsEntry("message", "The server answered with the status 404.");
    assertThat(live.report().getMap("links[1]")).doesNotContainKey("check");
    assertThat(page()).containsOnlyOnce("The last check did not find this page.");
  }

  @Test
  void aReportNamesTheFirstThousandAddresses() {
    List<LinkedText> texts =
        IntStream.range(0, ReportLinkReader.MOST_LINKS + 2)
            .mapToObj(i -> new LinkedText.Link(null, "https://example.com/" + i))
            .map(link -> new LinkedText(ReportPart.IDEA, UUID.randomUUID(), List.of(link)))
            .toList();
    ReportLinks links = reader.read(live.team, texts);
    assertThat(links.links()).hasSize(ReportLinkReader.MOST_LINKS);
    assertThat(links.more()).isEqualTo(2);
    List<LinkedText> same =
        IntStream.range(0, ReportLinkReader.MOST_PLACES + 2)
            .mapToObj(
                i -> LinkedText.of(ReportPart.IDEA, UUID.randomUUID(), "www.example.com " + IDEA))
            .toList();
    assertThat(reader.read(live.team, same).links().get(0).places())
        .hasSize(ReportLinkReader.MOST_PLACES);
  }

  private void check(UUID team, String address, String state) {
    database.useHandle(
        handle ->
            handle.execute(
                """
                insert into link_target
                  (team_id, target, newest, duplicate, state, status, checked_at)
                values (?, ?, date '2026-01-02', false, ?, 404, now())
                """,
                team,
                LinkTarget.of(address),
                state));
  }

  private String page() {
    return given()
        .auth()
        .oauth2(TestIssuer.ownerOf(live.team))
        .queryParam("format", "html")
        .get("/api/reports/{id}", live.session)
        .asString();
  }
}
