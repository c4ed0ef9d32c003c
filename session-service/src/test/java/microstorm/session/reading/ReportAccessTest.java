package microstorm.session.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import microstorm.session.LiveSession;
import microstorm.session.LiveSession.Member;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facilitators decide who can read the report, in addition to those who took part. */
@SessionServiceTest
class ReportAccessTest {

  private static final int WRONG_CODES = 10;
  private static final String ACCESS = "/report-access";
  private static final String CODE = ACCESS + "/reader-code";

  private LiveSession session;
  private Member leader;

  @BeforeEach
  void join() {
    session = new LiveTeam("Readers").plan(Map.of()).through("lobby");
    leader = session.join("facilitator");
  }

  private String renew() {
    return session
        .post(leader.token(), CODE, Map.of())
        .statusCode(200)
        .extract()
        .path("readerCode");
  }

  private ValidatableResponse open(UUID id, String code) {
    return given()
        .contentType("application/json")
        .body(Map.of("readerCode", code))
        .post("/api/sessions/{id}/readers", id)
        .then();
  }

  private static JsonNode claims(String token) {
    return Contracts.tree(
        new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
  }

  @Test
  void aReaderCodeGivesATokenForTheReportOnly() {
    String code = renew();
    String token = open(session.id, code).statusCode(200).extract().path("token");
    JsonNode claims = claims(token);
    assertThat(claims.get("groups").get(0).asText()).isEqualTo("reader");
    assertThat(claims.get("session").asText()).isEqualTo(session.id.toString());
    assertThat(claims.has("writer")).isFalse();
    JsonPath event = session.event("report-access-changed");
    assertThat(event.getString("readerCodeHash"))
        .isEqualTo(claims.get("reader_code").asText())
        .isNotEqualTo(code);
    session.get(token).statusCode(403);
    session.list(token).statusCode(403);
    session.post(token, "/ready", Map.of("ready", true)).statusCode(403);
    session.post(token, CODE, Map.of()).statusCode(403);
  }

  @Test
  void aRenewedOrDisabledCodeStopsWorking() {
    String first = renew();
    String second = renew();
    open(session.id, first).statusCode(403).body("type", containsString("reader-code-wrong"));
    open(session.id, second).statusCode(200);
    session.delete(leader.token(), CODE).statusCode(204);
    session.delete(leader.token(), CODE).statusCode(204);
    open(session.id, second).statusCode(403);
    LiveTeam.as(session.owner)
        .get("/api/sessions/{id}" + ACCESS, session.id)
        .then()
        .statusCode(200)
        .body("readerCode", nullValue())
        .body("observers", equalTo(true));
  }

  @Test
  void observersCanBeExcluded() {
    LiveTeam.as(leader.token())
        .body(Map.of("observers", false))
        .patch("/api/sessions/{id}" + ACCESS, session.id)
        .then()
        .statusCode(200)
        .body("observers", equalTo(false));
    assertThat(session.event("report-access-changed").getBoolean("observers")).isFalse();
    change("{}").statusCode(200).body("observers", equalTo(false));
    change("{\"observers\": null}").statusCode(400);
  }

  private ValidatableResponse change(String body) {
    return LiveTeam.as(leader.token())
        .body(body)
        .patch("/api/sessions/{id}" + ACCESS, session.id)
        .then();
  }

  @Test
  void onlyLeadersSeeAndChangeTheRules() {
    renew();
    Member member = session.join("participant");
    session.post(member.token(), CODE, Map.of()).statusCode(403);
    LiveTeam.as(member.token())
        .get("/api/sessions/{id}" + ACCESS, session.id)
        .then()
        .statusCode(403)
        .body("type", containsString("not-facilitator"));
  }

  @Test
  void wrongCodesAreCounted() {
    String code = renew();
    open(UUID.randomUUID(), code).statusCode(403);
    for (int i = 0; i < WRONG_CODES; i++) {
      open(session.id, "wrong " + i).statusCode(403);
    }
    open(session.id, "wrong").statusCode(429);
    open(session.id, code).statusCode(200);
  }
}
