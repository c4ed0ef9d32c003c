package microstorm.session.participant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People join with a code and an optional name, set themselves ready, and leave. */
@SessionServiceTest
class ParticipantTest {

  private LiveTeam team;
  private LiveSession session;

  @BeforeEach
  void plan() {
    team = new LiveTeam("Joiners");
    session = team.plan(Map.of());
  }

  private static JsonNode claims(String token) {
    return Contracts.tree(
        new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
  }

  @Test
  void theCodeSufficesAndTheTokenIsForThisSession() {
    Member member = session.join(Map.of("name", " Ada  "));
    JsonNode claims = claims(member.token());
    assertThat(claims.get("session").asText()).isEqualTo(session.id.toString());
    assertThat(claims.get("sub").asText()).isEqualTo(member.id().toString());
    assertThat(claims.get("groups").get(0).asText()).isEqualTo("participant");
    assertThat(claims.get("writer").asText()).matches("[A-Za-z0-9_-]{22}");
    assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(8 * 3_600);
    session
        .list(member.token())
        .body("items.name", contains("Ada"))
        .body("items.present", contains(true))
        .body("items.ready", contains(false));
    assertThat(session.event("participant-joined").getString("name")).isEqualTo("Ada");
  }

  @Test
  void aPersonWithoutANameGetsANumber() {
    session.join(Map.of("name", "Ada"));
    session.tryJoin(Map.of()).statusCode(201).body("name", equalTo("Participant 2"));
  }

  @Test
  void theServiceWritesInTheLanguageOfTheSession() {
    LiveSession german = team.plan(Map.of("language", "de"));
    german.tryJoin(Map.of()).statusCode(201).body("name", equalTo("Person 1"));
    german
        .get(german.owner)
        .body(
            "group.advice",
            equalTo(
                "Am besten arbeitet eine Gruppe von 5 bis 7 Personen. Laden Sie vielleicht noch"
                    + " jemanden ein."));
  }

  @Test
  void facilitatorsNeedTheirOwnCodeOrTheOwnersToken() {
    session
        .tryJoin(Map.of("role", "facilitator", "joinCode", session.joinCode))
        .statusCode(403)
        .body("type", endsWith("#not-facilitator"));
    session.tryJoin(Map.of("role", "facilitator")).statusCode(201);
    LiveTeam.as(team.token)
        .body(Map.of("role", "facilitator"))
        .post("/api/sessions/{id}/participants", session.id)
        .then()
        .statusCode(201)
        .body("role", equalTo("facilitator"));
    LiveTeam.as(new LiveTeam("Strangers").token)
        .body(Map.of("role", "facilitator"))
        .post("/api/sessions/{id}/participants", session.id)
        .then()
        .statusCode(404)
        .body("type", endsWith("#not-found"));
  }

  @Test
  void anInvalidTokenDoesNotPreventJoining() {
    given()
        .auth()
        .oauth2("not.a.token")
        .contentType("application/json")
        .body(Map.of("joinCode", session.joinCode))
        .post("/api/sessions/{id}/participants", session.id)
        .then()
        .statusCode(201);
  }

  @Test
  void onlyFacilitatorsSeeTheCodes() {
    session.get(session.join("facilitator").token()).body("joinCode", equalTo(session.joinCode));
    for (String role : new String[] {"participant", "observer"}) {
      session
          .get(session.join(role).token())
          .statusCode(200)
          .body("title", equalTo("Session"))
          .body("joinCode", nullValue())
          .body("facilitatorCode", nullValue());
    }
  }

  @Test
  void aRenewedCodeReplacesTheOldOnesImmediately() {
    session.post(session.join("participant").token(), "/join-code", Map.of()).statusCode(403);
    String renewed =
        session
            .post(session.join("facilitator").token(), "/join-code", Map.of())
            .statusCode(200)
            .extract()
            .path("joinCode");
    session
        .tryJoin(Map.of())
        .statusCode(403)
        .body("type", endsWith("#join-code-wrong"))
        .body("detail", containsString("Ask the facilitator for the present code."));
    session.tryJoin(Map.of("role", "facilitator")).statusCode(403);
    session.tryJoin(Map.of("joinCode", renewed)).statusCode(201);
  }

  @Test
  void removedAndLeavingPeopleLoseAccessImmediately() {
    Member facilitator = session.join("facilitator");
    Member removed = session.join("participant");
    Member leaving = session.join("participant");
    session.delete(leaving.token(), "/participants/" + removed.id()).statusCode(403);
    session.delete(facilitator.token(), "/participants/" + removed.id()).statusCode(204);
    session.get(removed.token()).statusCode(401).body("type", endsWith("#seat-gone"));
    session.post(removed.token(), "/ready", Map.of("ready", true)).statusCode(401);
    assertThat(session.event("participant-left").getBoolean("removed")).isTrue();
    session.delete(leaving.token(), "/participants/" + leaving.id()).statusCode(204);
    session.get(leaving.token()).statusCode(401);
    session.delete(leaving.token(), "/participants/" + leaving.id()).statusCode(204);
    session.delete(removed.token(), "/participants/" + removed.id()).statusCode(401);
    session.delete(facilitator.token(), "/participants/" + removed.id()).statusCode(204);
    session.delete(facilitator.token(), "/participants/" + leaving.id()).statusCode(204);
    session.delete(facilitator.token(), "/participants/" + UUID.randomUUID()).statusCode(404);
    session
        .list(facilitator.token())
        .body("items.participantId", contains(facilitator.id().toString()));
    assertThat(session.types()).filteredOn("participant-left"::equals).hasSizeLessThan(3);
  }

  @Test
  void aPersonWhoLeavesAfterTheStartCountsAsAParticipant() {
    Member early = session.join("participant");
    session.delete(early.token(), "/participants/" + early.id()).statusCode(204);
    session.through("lobby", "quiet");
    Member late = session.join("participant");
    session.delete(late.token(), "/participants/" + late.id()).statusCode(204);
    session.list(session.owner).body("items.present", contains(false));
  }

  @Test
  void readyIsPublishedOnceAndOnlyParticipantsSetIt() {
    Member member = session.join("participant");
    session.post(member.token(), "/ready", Map.of("ready", true)).statusCode(200);
    session
        .post(member.token(), "/ready", Map.of("ready", true))
        .statusCode(200)
        .body("ready", equalTo(true));
    refused(session.join("observer").token(), "observer");
    refused(session.owner, "not-a-participant");
    session.event("participant-ready");
    assertThat(session.types()).containsOnlyOnce("participant-ready");
  }

  @Test
  void aParticipantWhoWasPromotedLeadsWithTheSameSeat() {
    Member facilitator = session.join("facilitator");
    Member member = session.join("participant");
    Member observer = session.join("observer");
    String lead = "/participants/" + member.id() + "/lead";
    session.post(member.token(), lead, Map.of()).statusCode(403);
    session.post(member.token(), "/phase", Map.of("to", "lobby")).statusCode(403);
    session
        .post(facilitator.token(), "/participants/" + observer.id() + "/lead", Map.of())
        .statusCode(403)
        .body("type", equalTo("/api/problems#observer"));
    session
        .post(facilitator.token(), lead, Map.of())
        .statusCode(200)
        .body("role", equalTo("facilitator"))
        .body("participantId", equalTo(member.id().toString()));
    session.post(facilitator.token(), lead, Map.of()).statusCode(200);
    session.post(member.token(), "/phase", Map.of("to", "lobby")).statusCode(200);
    session.delete(facilitator.token(), "/participants/" + facilitator.id()).statusCode(204);
    session.post(member.token(), "/phase", Map.of("to", "quiet")).statusCode(200);
    assertThat(session.event("participant-promoted").getString("participantId"))
        .isEqualTo(member.id().toString());
    assertThat(session.types()).containsOnlyOnce("participant-promoted");
  }

  private void refused(String token, String name) {
    session
        .post(token, "/ready", Map.of("ready", true))
        .statusCode(403)
        .body("type", equalTo("/api/problems#" + name));
  }

  @Test
  void aTokenOfAnotherSessionFindsNothing() {
    Member elsewhere = team.plan(Map.of()).join("facilitator");
    session.get(elsewhere.token()).statusCode(404);
    session.list(elsewhere.token()).statusCode(404);
    session.post(elsewhere.token(), "/phase", Map.of("to", "lobby")).statusCode(404);
    LiveTeam.as(elsewhere.token()).get("/api/sessions").then().statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\": \" \"}",
        "{\"name\": \"a\\u0007b\"}",
        "{\"name\": \"\\u202eevil\"}",
        "{\"name\": \"0123456789012345678901234567890123456789012345678901234567890\"}",
        "{\"role\": \"owner\"}",
      })
  void fieldsOutOfBoundsAreRefused(String body) {
    given()
        .contentType("application/json")
        .body(body)
        .post("/api/sessions/{id}/participants", session.id)
        .then()
        .statusCode(400);
  }
}
