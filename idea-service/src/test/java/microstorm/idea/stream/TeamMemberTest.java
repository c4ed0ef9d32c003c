package microstorm.idea.stream;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members of the team lead a session like its owner, until their key is revoked. */
@IdeaServiceTest
class TeamMemberTest {

  private static final String REVOKED = "microstorm.team.key-revoked.v1";

  @Inject TestBoard board;

  @BeforeEach
  void plan() {
    board.plan();
  }

  private static String member(UUID team, UUID key) {
    return TestIssuer.token(
        team,
        claims -> {
          claims.setStringListClaim("groups", List.of("member"));
          claims.setStringClaim("key", key.toString());
        });
  }

  private RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType("application/json");
  }

  @Test
  void aMemberLeadsWithoutASeat() {
    String member = member(board.team, UUID.randomUUID());
    board.share();
    await("sharing")
        .until(
            () ->
                as(member)
                    .get("/api/boards/{id}", board.session)
                    .jsonPath()
                    .getString("phase")
                    .equals("sharing"));
    as(member)
        .body(Map.of("title", "A topic"))
        .post("/api/boards/{id}/topics", board.session)
        .then()
        .statusCode(201);
    as(member)
        .body(Map.of("text", "An idea"))
        .post("/api/boards/{id}/ideas", board.session)
        .then()
        .statusCode(403)
        .body("type", endsWith("not-a-participant"));
    String foreign = member(UUID.randomUUID(), UUID.randomUUID());
    as(foreign).get("/api/boards/{id}", board.session).then().statusCode(404);
  }

  @Test
  void theRevocationOfAKeyEndsItsRequestsAndStreams() {
    UUID key = UUID.randomUUID();
    String revoked = member(board.team, key);
    String valid = member(board.team, UUID.randomUUID());
    try (LiveStream ended = LiveStream.open(RestAssured.port, board.session, revoked, null);
        LiveStream lasting = LiveStream.open(RestAssured.port, board.session, valid, null)) {
      ended.awaitEvent("snapshot");
      lasting.awaitEvent("snapshot");
      ObjectNode event = Contracts.tree(Contracts.sample("session-service", REVOKED)).deepCopy();
      event
          .put("teamId", board.team.toString())
          .put("keyId", key.toString())
          .put("revokedAt", Instant.now().toString());
      TestEvents.publish(
          "session.events", UUID.randomUUID(), REVOKED, board.team, event.toString());

      await("its end").until(ended::isOver);
      await("the refusal")
          .until(() -> as(revoked).get("/api/boards/{id}", board.session).statusCode() == 401);
      as(revoked)
          .get("/api/boards/{id}", board.session)
          .then()
          .statusCode(401)
          .body("type", endsWith("token-invalid"));
      as(valid).get("/api/boards/{id}", board.session).then().statusCode(200);
      assertThat(lasting.isOver()).isFalse();
    }
  }
}
