package microstorm.session.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import microstorm.session.LiveSession;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.session.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions are listed, and each shows its state, its timeline and its checklist. */
@SessionServiceTest
class SessionListTest {

  @Inject SettableClock clock;

  private LiveSession session;

  @BeforeEach
  void plan() {
    session = new LiveTeam("Lookers").plan(Map.of("quietMinutes", 2)).through("lobby");
  }

  private ValidatableResponse tick(String token, List<String> points) {
    return LiveTeam.as(token)
        .body(Map.of("ticked", points))
        .put("/api/sessions/{id}/checklist", session.id)
        .then();
  }

  private static JsonPath page(LiveTeam team, Map<String, ?> query) {
    return LiveTeam.as(team.token)
        .queryParams(query)
        .get("/api/sessions")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void theNewestSessionsComeFirstPageByPage() {
    LiveTeam team = new LiveTeam("Listed");
    team.plan(Map.of("title", "First"));
    team.plan(Map.of("title", "Later", "plannedAt", "2999-01-02T03:04:05Z"));
    team.plan(Map.of("title", "Earlier", "plannedAt", "2001-01-02T03:04:05Z"));
    team.plan(Map.of("title", "Second"));
    List<String> newestFirst = List.of("Later", "Second", "First", "Earlier");
    assertThat(page(team, Map.of()).getList("items.title")).isEqualTo(newestFirst);

    List<String> titles = new ArrayList<>();
    JsonPath page = page(team, Map.of("limit", 1));
    for (titles.addAll(page.getList("items.title"));
        page.getString("next") != null;
        titles.addAll(page.getList("items.title"))) {
      page = page(team, Map.of("limit", 1, "cursor", page.getString("next")));
    }
    assertThat(titles).isEqualTo(newestFirst);
  }

  /** Otherwise a client that reads slowly could hold up megabytes, and its place. */
  @Test
  void aPageOfLongSummariesIsShortAndNothingIsMissing() {
    LiveTeam team = new LiveTeam("Long");
    int sessions = 80;
    // as bytes, because the client would escape the characters
    byte[] summary =
        "{\"summary\": \"%s\"}".formatted("€".repeat(10_000)).getBytes(StandardCharsets.UTF_8);
    for (int n = 0; n < sessions; n++) {
      LiveSession planned = team.plan(Map.of("title", "Session " + n));
      LiveTeam.as(team.token)
          .body(summary)
          .patch("/api/sessions/{id}", planned.id)
          .then()
          .statusCode(200);
    }
    List<String> ids = new ArrayList<>();
    int pages = 0;
    String next = null;
    do {
      Map<String, Object> query = new HashMap<>(Map.of("limit", 200));
      if (next != null) {
        query.put("cursor", next);
      }
      String body =
          LiveTeam.as(team.token).queryParams(query).get("/api/sessions").body().asString();
      assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_100_000);
      JsonPath page = JsonPath.from(body);
      ids.addAll(page.getList("items.id"));
      next = page.getString("next");
      pages++;
    } while (next != null);
    assertThat(ids).hasSize(sessions).doesNotHaveDuplicates();
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    for (String cursor : List.of("first", session.id.toString())) {
      LiveTeam.as(new LiveTeam("Strangers").token)
          .queryParam("cursor", cursor)
          .get("/api/sessions")
          .then()
          .statusCode(400)
          .body("type", equalTo("/api/problems#cursor-invalid"));
    }
  }

  @Test
  void absentValuesAreOmittedAndParticipantsHaveIdsAndNames() {
    LiveTeam team = new LiveTeam("Listed");
    LiveSession planned = team.plan(Map.of("title", "Lunch"));
    LiveSession.Member ana = planned.join(Map.of("name", "Ana"));
    Map<String, String> person = Map.of("participantId", ana.id().toString(), "name", "Ana");
    JsonPath list = page(team, Map.of());
    assertThat(list.getMap("")).containsOnlyKeys("items");
    assertThat(list.getMap("items[0]"))
        .containsOnlyKeys("id", "title", "problem", "phase", "rehearsal", "participants");
    assertThat(list.getList("items[0].participants")).isEqualTo(List.of(person));
    assertThat(planned.get().getList("participants")).isEqualTo(List.of(person));
    assertThat(planned.get().getMap("settings")).doesNotContainKey("expectedSize");
  }

  @Test
  void theTimelineShowsTheActualPhasesAndBreaks() {
    session.through("quiet");
    session.post(session.owner, "/breaks", Map.of("minutes", 10)).statusCode(201);
    session
        .get(session.owner)
        .body("onBreak.minutes", equalTo(10))
        .body("onBreak.endsAt", notNullValue())
        .body("timeline.breaks", hasSize(1));
    clock.advance(Duration.ofMinutes(11));
    session.event("break-ended");
    clock.advance(Duration.ofMinutes(2));
    session.through("sharing");
    JsonPath seen = session.get();
    assertThat(seen.getString("phase")).isEqualTo("sharing");
    assertThat(seen.getString("endsAt")).isNull();
    assertThat(seen.getString("onBreak")).isNull();
    assertThat(seen.getList("timeline.phases.phase")).containsExactly("lobby", "quiet", "sharing");
    assertThat(seen.getInt("timeline.phases[1].pausedSeconds")).isEqualTo(600);
    assertThat(seen.getBoolean("timeline.phases[1].endedEarly")).isFalse();
    assertThat(seen.getString("timeline.phases[1].endedAt"))
        .isEqualTo(seen.getString("timeline.phases[2].startedAt"))
        .isEqualTo(seen.getString("since"));
    assertThat(seen.getString("timeline.phases[2].endedAt")).isNull();
  }

  @Test
  void everyRoleSeesAScheduledBreak() {
    String startsAt = clock.instant().plus(Duration.ofMinutes(50)).toString();
    session
        .post(session.owner, "/breaks", Map.of("minutes", 5, "startsAt", startsAt))
        .statusCode(201);
    session
        .get(session.join("observer").token())
        .body("scheduledBreaks.minutes", contains(5))
        .body("timeline.breaks", hasSize(0))
        .body("onBreak", nullValue());
  }

  @Test
  void onlyFacilitatorsTickTheChecklistAndOnlyChangesArePublished() {
    tick(session.join("participant").token(), List.of("room"))
        .statusCode(403)
        .body("type", equalTo("/api/problems#not-facilitator"));
    tick(session.owner, List.of("garden")).statusCode(400);
    tick(session.owner, List.of("time", "room", "time"))
        .statusCode(200)
        .body("ticked", contains("room", "time"));
    tick(session.owner, List.of("room", "time")).statusCode(200);
    session.get(session.owner).body("checklist", contains("room", "time"));
    assertThat(session.event("checklist-changed").getList("ticked"))
        .containsExactly("room", "time");
    assertThat(session.types()).containsOnlyOnce("checklist-changed");
  }
}
