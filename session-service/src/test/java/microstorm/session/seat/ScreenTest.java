package microstorm.session.seat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import microstorm.session.LiveSession;
import microstorm.session.LiveSession.Member;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.session.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The screen of a room follows a session after a facilitator has admitted it. */
@SessionServiceTest
class ScreenTest {

  private static final int MAX_WAITING = 5;

  @Inject SettableClock clock;

  private LiveSession session;
  private Member leader;

  @BeforeEach
  void plan() {
    session = new LiveTeam("Rooms").plan(Map.of()).through("lobby");
    leader = session.join("facilitator");
  }

  private ValidatableResponse request(UUID id, String code) {
    return given()
        .contentType("application/json")
        .body(Map.of("joinCode", code))
        .post("/api/sessions/{id}/screens", id)
        .then();
  }

  private JsonPath request() {
    return request(session.id, session.get().getString("joinCode"))
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private ValidatableResponse take(JsonPath screen) {
    return given()
        .contentType("application/json")
        .body(Map.of("rejoinKey", screen.getString("rejoinKey")))
        .post("/api/sessions/{id}/participants/rejoin", session.id)
        .then();
  }

  private ValidatableResponse waiting(String token) {
    return LiveTeam.as(token).get("/api/sessions/{id}/screens", session.id).then();
  }

  private void admit(JsonPath screen) {
    session
        .post(leader.token(), "/screens/" + screen.getString("screenId") + "/admission", Map.of())
        .statusCode(204);
  }

  @Test
  void anAdmittedScreenGetsASeatAsAnObserver() {
    JsonPath screen = request();
    String sign = screen.getString("sign");
    assertThat(sign).matches("[A-HJKMNP-Z2-9]{4}");
    take(screen).statusCode(409).body("type", containsString("screen-not-admitted"));
    waiting(leader.token()).body("items.sign", contains(sign));
    admit(screen);
    admit(screen); // a repetition
    waiting(leader.token()).body("items", empty());
    JsonPath seat = take(screen).statusCode(200).extract().jsonPath();
    assertThat(seat.getString("role")).isEqualTo("observer");
    assertThat(seat.getString("name")).isEqualTo("Screen " + sign);
    session.list(seat.getString("token")).statusCode(200);
    assertThat(session.event("participant-joined").getString("role")).isEqualTo("observer");
    take(screen).statusCode(200).body("participantId", equalTo(seat.getString("participantId")));
  }

  /** A screen polls; it must not count as one that guesses. */
  @Test
  void aWaitingScreenMayAskOften() {
    JsonPath screen = request();
    for (int i = 0; i < 2 * MAX_WAITING + 5; i++) {
      take(screen).statusCode(409);
    }
    admit(screen);
    take(screen).statusCode(200);
  }

  @Test
  void aRefusedScreenGetsNoSeat() {
    JsonPath screen = request();
    for (int attempt = 1; attempt <= 2; attempt++) {
      session.delete(leader.token(), "/screens/" + screen.getString("screenId")).statusCode(204);
    }
    take(screen).statusCode(403);
    session
        .post(leader.token(), "/screens/" + screen.getString("screenId") + "/admission", Map.of())
        .statusCode(404);
  }

  @Test
  void aScreenWaitsForTenMinutesAndFewWaitAtATime() {
    JsonPath first = request();
    for (int i = 1; i < MAX_WAITING; i++) {
      request();
    }
    String code = session.get().getString("joinCode");
    request(session.id, code).statusCode(409).body("type", containsString("too-many-screens"));
    clock.advance(Duration.ofMinutes(10));
    request(session.id, code).statusCode(201);
    take(first).statusCode(403);
  }

  @Test
  void aScreenNeedsTheCodeAndAFacilitator() {
    request(session.id, "not the code").statusCode(403);
    request(UUID.randomUUID(), session.get().getString("joinCode")).statusCode(403);
    JsonPath screen = request();
    Member member = session.join("participant");
    waiting(member.token()).statusCode(403);
    session
        .post(member.token(), "/screens/" + screen.getString("screenId") + "/admission", Map.of())
        .statusCode(403);
    take(screen).statusCode(409);
  }
}
