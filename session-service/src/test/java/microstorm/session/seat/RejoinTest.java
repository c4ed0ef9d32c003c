package microstorm.session.seat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import microstorm.session.LiveSession;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rejoin key brings a person back to their seat, and nobody else. */
@SessionServiceTest
class RejoinTest {

  private static final int WRONG_KEYS = 10;

  @Inject DataSource database;

  private LiveSession session;
  private JsonPath joined;

  @BeforeEach
  void join() {
    session = new LiveTeam("Phones").plan(Map.of()).through("lobby");
    joined = session.tryJoin(Map.of("name", "Ana")).statusCode(201).extract().jsonPath();
  }

  private static String writerKey(JsonPath seat) {
    byte[] claims = Base64.getUrlDecoder().decode(seat.getString("token").split("\\.")[1]);
    return Contracts.tree(new String(claims, StandardCharsets.UTF_8)).get("writer").asText();
  }

  private ValidatableResponse rejoin(UUID id, String key) {
    return given()
        .contentType("application/json")
        .body(Map.of("rejoinKey", key))
        .post("/api/sessions/{id}/participants/rejoin", id)
        .then();
  }

  private ValidatableResponse rejoin() {
    return rejoin(session.id, joined.getString("rejoinKey"));
  }

  private void leave() {
    session
        .delete(joined.getString("token"), "/participants/" + joined.getString("participantId"))
        .statusCode(204);
  }

  @Test
  void theKeyBringsBackTheSeatWithItsIdeasAndDots() {
    JsonPath again = rejoin().statusCode(200).extract().jsonPath();
    assertThat(again.getString("participantId")).isEqualTo(joined.getString("participantId"));
    assertThat(again.getString("name")).isEqualTo("Ana");
    assertThat(again.getString("rejoinKey")).isEqualTo(joined.getString("rejoinKey"));
    assertThat(writerKey(again)).isEqualTo(writerKey(joined));
    session.list(again.getString("token")).statusCode(200).body("items.size()", equalTo(1));
  }

  @Test
  void everySeatHasAnotherKey() {
    JsonPath other = session.tryJoin(Map.of("name", "Ana")).extract().jsonPath();
    assertThat(other.getString("rejoinKey")).isNotEqualTo(joined.getString("rejoinKey"));
    assertThat(writerKey(other)).isNotEqualTo(writerKey(joined));
  }

  @Test
  void anIdempotencyKeyIsTheRejoinKey() {
    String key = UUID.randomUUID().toString();
    JsonPath seat =
        given()
            .contentType("application/json")
            .header("Idempotency-Key", key)
            .body(Map.of("joinCode", session.get().getString("joinCode")))
            .post("/api/sessions/{id}/participants", session.id)
            .then()
            .statusCode(201)
            .body("rejoinKey", equalTo(key))
            .extract()
            .jsonPath();
    assertThat(writerKey(rejoin(session.id, key).statusCode(200).extract().jsonPath()))
        .isEqualTo(writerKey(seat));
  }

  @Test
  void theKeyStillWorksAfterTheCodesWereRenewed() {
    session.post(session.owner, "/join-code", Map.of()).statusCode(200);
    rejoin().statusCode(200);
  }

  @Test
  void nobodyComesBackToASeatThatWasLeft() {
    leave();
    rejoin().statusCode(409).body("type", containsString("seat-left"));
  }

  @Test
  void aWrongKeyIsRefusedAndCounted() {
    LiveSession other = new LiveTeam("Others").plan(Map.of());
    rejoin(other.id, joined.getString("rejoinKey")).statusCode(403);
    rejoin(UUID.randomUUID(), joined.getString("rejoinKey"))
        .statusCode(403)
        .body("type", containsString("rejoin-key-wrong"));
    for (int i = 0; i < WRONG_KEYS; i++) {
      rejoin(session.id, UUID.randomUUID().toString()).statusCode(403);
    }
    rejoin(session.id, UUID.randomUUID().toString()).statusCode(429);
    rejoin().statusCode(200);
    rejoin(session.id, "short").statusCode(400);
  }

  @Test
  void theDatabaseHoldsNoKey() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select p::text from participant p where id = ?")) {
      select.setObject(1, UUID.fromString(joined.getString("participantId")));
      ResultSet row = select.executeQuery();
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1))
          .contains("Ana") // the control: it is this person's row
          .doesNotContain(joined.getString("rejoinKey"))
          .doesNotContain(writerKey(joined));
    }
  }
}
