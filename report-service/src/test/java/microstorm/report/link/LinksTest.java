package microstorm.report.link;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import microstorm.report.LiveSession;
import microstorm.report.OtherServices;
import microstorm.report.ReportServiceTest;
import microstorm.testing.WholeDatabase;
import org.junit.jupiter.api.Test;

/** The list of links over HTTP, of reports that came as events. */
@ReportServiceTest
class LinksTest {

  private static final Path SAMPLE = Path.of("../samples/micro-brainstorming.md");
  private static final String DELETED = "microstorm.session.deleted.v1";

  @Inject DataSource database;

  private final LinkedTeam team = new LinkedTeam();
  private final String word = "walnut" + UUID.randomUUID().toString().replace("-", "");

  @Test
  void theLinksOfTheSampleAreListedWithTheirPlaces() throws IOException {
    String log = Files.readString(SAMPLE);
    team.imported(log);
    await().until(() -> team.addresses("problem=duplicate").size() == 1);
    Map<String, Object> duplicate = team.links("problem=duplicate").getMap("items[0]");
    assertThat(duplicate)
        .containsEntry("address", "https://docs.dask.org/en/latest/")
        .containsEntry("titles", List.of("Dask docs", "Ray Docs"))
        .containsEntry("problems", List.of("duplicate"))
        .containsEntry("placeCount", 2)
        .doesNotContainKeys("malformed", "check");
    JsonPath places = team.links("problem=duplicate");
    assertThat(places.getList("items[0].places.line")).containsExactly(31, 35);
    assertThat(places.getList("items[0].places.title")).containsExactly("Dask docs", "Ray Docs");
    assertThat(places.getMap("items[0].places[0]"))
        .containsEntry("number", 1)
        .containsEntry("sessionTitle", "Dask Parallel Data Processing")
        .containsEntry("heldOn", "2020-05-07")
        .containsEntry("part", "idea")
        .containsKeys("sessionId", "ideaId");

    await().until(() -> team.addresses("limit=100").size() > 30);
    List<String> lines = log.lines().toList();
    List<Map<String, Object>> all = team.links("limit=100").getList("items.places.flatten()");
    assertThat(all)
        .allSatisfy(
            place ->
                assertThat(lines.get((Integer) place.get("line") - 1))
                    .contains((String) place.get("address")));
    assertThat(team.addresses("problem=malformed")).isEmpty();
    assertThat(team.addresses("problem=broken")).isEmpty();
  }

  @Test
  void malformedLinksAreListedWithTheReasonAndWarnedOf() {
    JsonPath status =
        team.imported(
            "Intro\n\n"
                + LinkedTeam.session(
                    1,
                    "2026-01-02",
                    "[good](https://example.org/good)",
                    "[words](http//example.org)",
                    "two lines\n  [open](https://example.org/open"));
    await().until(() -> team.addresses("problem=malformed").size() == 2);
    JsonPath malformed = team.links("problem=malformed");
    assertThat(malformed.getList("items.malformed.code"))
        .containsExactlyInAnyOrder("misspelt-scheme", "bracket-missing");
    assertThat(malformed.getString("items.find { it.malformed.code == 'misspelt-scheme' }.address"))
        .isEqualTo("http//example.org");
    assertThat(
            malformed.getString(
                "items.find { it.malformed.code == 'misspelt-scheme' }.malformed.message"))
        .isEqualTo("The link has a misspelt http:// or https:// at the beginning of its address.");
    assertThat(
            malformed.getInt(
                "items.find { it.malformed.code == 'bracket-missing' }.places[0].line"))
        .isEqualTo(13);
    assertThat(status.getList("warnings.code")).contains("link-malformed");
    assertThat(status.getList("warnings.findAll { it.code == 'link-malformed' }.line"))
        .isEqualTo(List.of(11, 13));
  }

  @Test
  void oneAddressIsOneLinkHoweverItIsWritten() {
    team.imported(
        LinkedTeam.session(
                1, "2026-01-02", "[One](HTTPS://Example.org:443)", "[ONE](https://example.org/)")
            + LinkedTeam.session(
                2, "2026-01-03", "https://example.org", "[Two](https://example.org/two)"));
    team.awaitLinks(2);
    JsonPath links = team.links("");
    String one = "items.find { it.placeCount == 3 }";
    assertThat(links.getString(one + ".address")).as("the newest").isEqualTo("https://example.org");
    assertThat(links.getList(one + ".problems")).as("the same title").isEmpty();
    assertThat(links.getList(one + ".places.address"))
        .containsExactly("https://example.org", "HTTPS://Example.org:443", "https://example.org/");
    assertThat(links.getString(one + ".places[0].title")).isNull();
    assertThat(links.getList(one + ".places.number")).containsExactly(2, 1, 1);

    team.imported(LinkedTeam.session(3, "2026-01-01", "[Three](https://example.org/)"));
    await().until(() -> team.addresses("problem=duplicate").size() == 1);
    assertThat(team.links("problem=duplicate").getList("items[0].titles"))
        .hasSize(2)
        .contains("Three");
  }

  @Test
  void pagesAndSessionsFitTogether() {
    StringBuilder log = new StringBuilder();
    for (int i = 1; i <= 4; i++) {
      log.append(
          LinkedTeam.session(
              i,
              "2026-01-0" + i,
              "https://example.org/" + i,
              "https://example.org/" + i + "/b",
              "https://example.org/all"));
    }
    JsonPath imported = team.imported(log.toString());
    team.awaitLinks(9);
    List<String> whole = team.addresses("limit=100");
    assertThat(whole.subList(0, 3))
        .as("the newest session")
        .allMatch(a -> a.matches(".*(/4.*|all)"));
    for (int limit : List.of(1, 2, 4, 9)) {
      assertThat(team.paged(limit)).as("pages of %d", limit).isEqualTo(whole);
    }
    UUID second = imported.getUUID("changes.find { it.title == 'Session 2' }.sessionId");
    assertThat(new HashSet<>(team.addresses("sessionId=" + second)))
        .isEqualTo(
            new HashSet<>(
                List.of(
                    "https://example.org/2",
                    "https://example.org/2/b",
                    "https://example.org/all")));
    JsonPath shared = team.links("sessionId=" + second);
    String all = "items.find { it.address == 'https://example.org/all' }.places.number";
    assertThat(shared.getList(all)).as("its own place first").containsExactly(2, 4, 3, 1);
    assertThat(team.addresses("sessionId=" + UUID.randomUUID())).isEmpty();
  }

  @Test
  void requestsThatCannotBeReadAreRefused() {
    for (String query :
        List.of("problem=other", "problem=", "limit=0", "limit=101", "cursor=x", "sessionId=1")) {
      team.owner().get("/api/links?" + query).then().statusCode(400);
    }
    for (String cursor : List.of("LTE6", "MjAyNi0wMS0wMi94", "KzIwMjY5LTAxLTAyL3g")) {
      team.owner().get("/api/links?cursor=" + cursor).then().statusCode(400);
    }
  }

  /** The control is the team itself. */
  @Test
  void onlyOwnersAndMembersOfTheTeamSeeItsLinks() {
    UUID session =
        team.imported(LinkedTeam.session(1, "2026-01-02", "https://example.org/" + word))
            .getUUID("changes[0].sessionId");
    team.awaitLinks(1);
    LinkedTeam other = new LinkedTeam();
    assertThat(other.addresses("")).isEmpty();
    assertThat(other.addresses("sessionId=" + session)).isEmpty();
    given().get("/api/links").then().statusCode(401);
    assertThat(team.member().get("/api/links").jsonPath().getList("items")).hasSize(1);
  }

  private LiveSession live(String url) {
    LiveSession live = new LiveSession(team.team);
    live.quiet();
    ObjectNode idea = live.ideaEvent("submitted").put("text", "A secret " + url);
    live.publishIdea("submitted", idea.put("shared", false));
    return live;
  }

  private void share(LiveSession live, String text) {
    ObjectNode shared = live.ideaEvent("shared").put("text", text).put("kind", "comparison");
    ((ObjectNode) shared.get("comparison")).put("left", "See https://example.org/left/" + word);
    live.publishIdea("shared", shared);
    await().until(() -> !live.report().getList("ideas").isEmpty());
  }

  /** The control is the same session once it is closed. */
  @Test
  void linksOfRunningSessionsAreNotListed() {
    LiveSession live = live("https://example.org/hidden/" + word);
    share(live, "See [it](https://example.org/" + word + ")");
    team.imported(LinkedTeam.session(1, "2026-01-02", "https://example.org/done"));
    team.awaitLinks(1);
    assertThat(team.addresses("")).containsExactly("https://example.org/done");
    live.outcome();
    live.close(1);
    team.awaitLinks(3);
    assertThat(team.addresses(""))
        .contains("https://example.org/" + word, "https://example.org/left/" + word)
        .noneMatch(address -> address.contains("hidden"));
    assertThat(team.links("sessionId=" + live.session).getList("items.places.flatten().line"))
        .as("of a session that comes from no log")
        .containsOnlyNulls();
    assertThat(team.links("sessionId=" + live.session).getList("items.places.flatten().ideaId"))
        .containsOnly(live.idea.toString());
  }

  /** The controls are the links before, and again after the reinstatement. */
  @Test
  void aRemovedIdeaHasNoLinks() throws SQLException {
    LiveSession live = live("https://example.org/hidden/" + word);
    share(live, "See [it](https://example.org/" + word + ")");
    live.outcome();
    live.close(1);
    team.awaitLinks(2);
    assertThat(WholeDatabase.tablesWith(database, word)).contains("link_place");

    live.publishIdea("taken-down", live.ideaEvent("taken-down"));
    await().until(() -> live.report().getList("ideas.removal").contains("taken-down"));
    assertThat(team.addresses("")).as("at once").isEmpty();
    assertThat(WholeDatabase.tablesWith(database, word)).isEmpty();
    await().until(() -> targets() == 0);

    ObjectNode back = live.ideaEvent("reinstated").put("text", "See https://example.org/" + word);
    live.publishIdea("reinstated", back.putNull("comparison"));
    team.awaitLinks(1);
  }

  @Test
  void aDeletedSessionHasNoLinks() throws SQLException {
    UUID kept =
        team.imported(LinkedTeam.session(1, "2026-01-02", "[A](https://example.org/both)"))
            .getUUID("changes[0].sessionId");
    UUID deleted =
        team.imported(
                LinkedTeam.session(
                    2,
                    "2026-01-03",
                    "[B](https://example.org/both)",
                    "https://example.org/" + word))
            .getUUID("changes[0].sessionId");
    team.awaitLinks(2);
    await().until(() -> team.addresses("problem=duplicate").size() == 1);
    OtherServices.publishSessionEvent(
        DELETED, deleted, OtherServices.sessionEvent(DELETED).put("teamId", team.team.toString()));
    team.awaitLinks(1);
    await().until(() -> team.addresses("problem=duplicate").isEmpty());
    await().until(() -> targets() == 1);
    assertThat(WholeDatabase.tablesWith(database, word)).isEmpty();
    assertThat(team.links("").getList("items.places.flatten().sessionId"))
        .containsExactly(kept.toString());
  }

  private int targets() throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement("select count(*) from link_target where team_id = ?")) {
      statement.setObject(1, team.team);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
