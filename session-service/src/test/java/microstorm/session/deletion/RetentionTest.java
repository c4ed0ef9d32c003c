package microstorm.session.deletion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import microstorm.session.LiveTeam;
import microstorm.session.OtherSettings;
import microstorm.session.SessionServiceTest;
import microstorm.session.SettableClock;
import microstorm.session.timer.TimerPoller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions are deleted when their team keeps them no longer. The test polls the timers itself. */
@SessionServiceTest
@TestProfile(OtherSettings.class)
class RetentionTest {

  private static final int POLLS = 30;

  @Inject SettableClock clock;
  @Inject TimerPoller poller;

  private String slug;
  private String owner;

  @BeforeEach
  void createTeam() {
    JsonPath team = post("/api/teams", Map.of("name", "Retention"));
    slug = team.getString("slug");
    owner =
        post("/api/teams/" + slug + "/tokens", Map.of("ownerKey", team.getString("ownerKey")))
            .getString("token");
  }

  private static JsonPath post(String path, Map<String, ?> body) {
    return given().contentType("application/json").body(body).post(path).jsonPath();
  }

  private void keep(Integer days) {
    LiveTeam.as(owner)
        .body(Collections.singletonMap("retentionDays", days))
        .patch("/api/teams/" + slug)
        .then()
        .statusCode(200)
        .body("retentionDays", equalTo(days));
  }

  private String planned() {
    return LiveTeam.as(owner).body(Map.of("title", "Session")).post("/api/sessions").path("id");
  }

  private String ended() {
    String id = planned();
    for (String phase : List.of("lobby", "cancelled")) {
      LiveTeam.as(owner)
          .body(Map.of("to", phase))
          .post("/api/sessions/" + id + "/phase")
          .then()
          .statusCode(200);
    }
    return id;
  }

  private String deletedOn(String id) {
    String listed =
        LiveTeam.as(owner)
            .get("/api/sessions?phase=planned,cancelled&limit=200")
            .jsonPath()
            .getString("items.find { it.id == '" + id + "' }.deletedOn");
    LiveTeam.as(owner).get("/api/sessions/" + id).then().body("deletedOn", equalTo(listed));
    return listed;
  }

  private String inDays(int days) {
    return LocalDate.ofInstant(clock.instant().plus(Duration.ofDays(days)), ZoneOffset.UTC)
        .toString();
  }

  private int status(String id) {
    return LiveTeam.as(owner).get("/api/sessions/" + id).statusCode();
  }

  /** The timers of other tests become due, too, and a poll takes some of them. */
  private void pass(int days) {
    clock.advance(Duration.ofDays(days));
    for (int poll = 0; poll < POLLS; poll++) {
      poller.poll();
    }
  }

  @Test
  void aRehearsalIsDeletedWhenItEnds() {
    Map<String, Object> plan = Map.of("title", "Rehearsal", "rehearsal", true);
    String id = LiveTeam.as(owner).body(plan).post("/api/sessions").path("id");
    LiveTeam.as(owner)
        .get("/api/sessions/" + id)
        .then()
        .body("rehearsal", equalTo(true))
        .body("proposedNumber", nullValue())
        .body("steps.find { it.to == 'cancelled' }.reversible", equalTo(false));
    LiveTeam.as(owner)
        .body(Map.of("number", 7))
        .patch("/api/sessions/" + id)
        .then()
        .statusCode(400)
        .body("detail", containsString("number"));
    keep(30);
    LiveTeam.as(owner)
        .body(Map.of("to", "cancelled"))
        .post("/api/sessions/" + id + "/phase")
        .then()
        .statusCode(200);
    keep(60);
    String kept = ended();
    pass(0);
    assertThat(status(id)).isEqualTo(404);
    assertThat(status(kept)).isEqualTo(200);
  }

  @Test
  void sessionsAreKeptByDefault() {
    String id = ended();
    assertThat(deletedOn(id)).isNull();
    LiveTeam.as(owner).get("/api/teams/" + slug).then().body("retentionDays", nullValue());
  }

  @Test
  void anEndedSessionIsAnnouncedAndDeletedInTime() {
    keep(30);
    String id = ended();
    String plan = planned();
    assertThat(deletedOn(id)).isEqualTo(inDays(30));
    assertThat(deletedOn(plan)).isNull();
    pass(29);
    assertThat(status(id)).isEqualTo(200);
    pass(2);
    assertThat(status(id)).isEqualTo(404);
    assertThat(status(plan)).as("a plan is kept").isEqualTo(200);
  }

  @Test
  void aShorterRetentionAnnouncesWhatItMakesDue() {
    String id = ended();
    pass(50);
    keep(10);
    assertThat(deletedOn(id)).as("seven days from now").isEqualTo(inDays(7));
    poller.poll();
    assertThat(status(id)).isEqualTo(200);
    keep(null);
    assertThat(deletedOn(id)).isNull();
    pass(60);
    assertThat(status(id)).isEqualTo(200);
  }

  @Test
  void daysAreBounded() {
    for (int days : new int[] {0, -1, 3_651}) {
      LiveTeam.as(owner)
          .body(Map.of("retentionDays", days))
          .patch("/api/teams/" + slug)
          .then()
          .statusCode(400);
    }
  }

  @Test
  void listsHideCancelledSessionsUnlessAsked() {
    String cancelled = ended();
    String plan = planned();
    assertThat(ids("")).contains(plan).doesNotContain(cancelled);
    assertThat(ids("?phase=cancelled")).containsExactly(cancelled);
    assertThat(ids("?phase=cancelled,planned")).containsExactlyInAnyOrder(cancelled, plan);
    LiveTeam.as(owner).get("/api/sessions?phase=unknown").then().statusCode(400);
  }

  private List<String> ids(String query) {
    return LiveTeam.as(owner).get("/api/sessions" + query).jsonPath().getList("items.id");
  }
}
