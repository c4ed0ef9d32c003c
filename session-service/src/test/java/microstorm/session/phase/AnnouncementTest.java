package microstorm.session.phase;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import microstorm.session.LiveSession;
import microstorm.session.LiveSession.Member;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.session.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps that are announced, can be stopped, and are carried out by a timer. */
@SessionServiceTest
class AnnouncementTest {

  private static final String ANNOUNCEMENT = "/phase/announcement";

  @Inject SettableClock clock;

  private LiveSession session;

  @BeforeEach
  void share() {
    session = new LiveTeam("Announcers").plan(Map.of("quietMinutes", 1)).through("lobby", "quiet");
    clock.advance(Duration.ofMinutes(1));
    session.through("sharing");
  }

  private ValidatableResponse announce(String to, int seconds) {
    return session.post(session.owner, "/phase", Map.of("to", to, "delaySeconds", seconds));
  }

  private String phase() {
    return session.get().getString("phase");
  }

  @Test
  void anAnnouncedPhaseBeginsAtItsTime() {
    Member person = session.join("participant");
    announce("agreeing", 5)
        .statusCode(202)
        .body("phase", equalTo("sharing"))
        .body("announcement.to", equalTo("agreeing"));
    JsonPath view = session.get(person.token()).extract().jsonPath();
    Instant announcedAt = Instant.parse(view.getString("announcement.announcedAt"));
    Instant beginsAt = Instant.parse(view.getString("announcement.beginsAt"));
    assertThat(Duration.between(announcedAt, beginsAt)).isEqualTo(Duration.ofSeconds(5));
    JsonPath event = session.event("phase-announced");
    assertThat(event.getString("to")).isEqualTo("agreeing");
    assertThat(Instant.parse(event.getString("beginsAt"))).isEqualTo(beginsAt);

    clock.advance(Duration.ofSeconds(3));
    announce("agreeing", 5)
        .statusCode(202)
        .body("announcement.beginsAt", equalTo(view.getString("announcement.beginsAt")));
    assertThat(phase()).isEqualTo("sharing");
    clock.advance(Duration.ofSeconds(2));
    await("the phase").until(() -> phase().equals("agreeing"));
    assertThat(session.get().getMap("$")).doesNotContainKey("announcement");
    assertThat(session.types()).doesNotContain("announcement-stopped");
  }

  /** The control is the session of the first test, whose phase begins in the same time. */
  @Test
  void aFacilitatorStopsIt() {
    Member person = session.join("participant");
    announce("closing", 5).statusCode(202);
    session.delete(person.token(), ANNOUNCEMENT).statusCode(403);
    for (int attempt = 1; attempt <= 2; attempt++) {
      session.delete(session.join("facilitator").token(), ANNOUNCEMENT).statusCode(204);
    }
    assertThat(session.event("announcement-stopped").getString("to")).isEqualTo("closing");
    assertThat(session.get().getMap("$")).doesNotContainKey("announcement");
    clock.advance(Duration.ofSeconds(6));
    // a later timer has run, so the stopped one would have
    announce("converging", 1).statusCode(202);
    clock.advance(Duration.ofSeconds(1));
    await("the later phase").until(() -> phase().equals("converging"));
  }

  @Test
  void anAnnouncementFollowsTheRulesOfTheChange() {
    announce("quiet", 5).statusCode(409).body("type", endsWith("#phase-order"));
    for (int seconds : new int[] {-1, 61}) {
      announce("agreeing", seconds).statusCode(400);
    }
    assertThat(session.get().getMap("$")).doesNotContainKey("announcement");
    announce("agreeing", 0).statusCode(200).body("phase", equalTo("agreeing"));
  }

  @Test
  void aStepBackIsAnnouncedAndCarriedOut() {
    session.through("converging");
    Map<String, Object> back = Map.of("to", "sharing", "from", "converging", "delaySeconds", 5);
    session.post(session.owner, "/phase", back).statusCode(202);
    clock.advance(Duration.ofSeconds(5));
    await("the earlier phase").until(() -> phase().equals("sharing"));
  }

  /** In a break the group does not go on, so the announcement ends without an effect. */
  @Test
  void aBreakPreventsTheAnnouncedPhase() {
    announce("agreeing", 5).statusCode(202);
    session.post(session.owner, "/breaks", Map.of("minutes", 5)).statusCode(201);
    clock.advance(Duration.ofSeconds(5));
    session.event("announcement-stopped");
    assertThat(phase()).isEqualTo("sharing");
    assertThat(session.get().getMap("$")).doesNotContainKey("announcement");
  }

  @Test
  void anotherStepReplacesTheAnnouncement() {
    announce("agreeing", 60).statusCode(202);
    announce("closing", 5).statusCode(202).body("announcement.to", equalTo("closing"));
    session.through("converging");
    assertThat(session.get().getMap("$")).doesNotContainKey("announcement");
    clock.advance(Duration.ofSeconds(6));
    announce("agreeing", 1).statusCode(202);
    clock.advance(Duration.ofSeconds(1));
    await("the last phase").until(() -> phase().equals("agreeing"));
  }
}
