package microstorm.session.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import microstorm.session.LiveSession;
import microstorm.session.LiveTeam;
import microstorm.session.SettableClock;
import microstorm.testing.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session shows its state, its timeline and its checklist. */
@QuarkusTest
@QuarkusTestResource(
    value = TestServers.class,
    initArgs = @ResourceArg(name = "database", value = "sessions"))
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
