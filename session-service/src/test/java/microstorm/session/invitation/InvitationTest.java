package microstorm.session.invitation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import microstorm.session.LiveSession;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A code leads to its session until it is renewed. */
@SessionServiceTest
class InvitationTest {

  private LiveSession session;

  @BeforeEach
  void plan() {
    session = new LiveTeam("Guests").plan(Map.of("problem", "Why do meetings take so long?"));
  }

  private static ValidatableResponse open(String code) {
    return given()
        .contentType("application/json")
        .body(Map.of("joinCode", code))
        .post("/api/invitations")
        .then();
  }

  @Test
  void aCodeLeadsToItsSession() {
    open(session.joinCode)
        .statusCode(200)
        .body("sessionId", equalTo(session.id.toString()))
        .body("problem", equalTo("Why do meetings take so long?"))
        .body("phase", equalTo("planned"))
        .body("facilitator", equalTo(false))
        .body("joinCode", nullValue());
    open(session.facilitatorCode).statusCode(200).body("facilitator", equalTo(true));
  }

  @Test
  void aCodeMayBeTypedInSmallLettersAndInGroups() {
    String typed = session.joinCode.toLowerCase(Locale.ROOT);
    open(typed.substring(0, 5) + " " + typed.substring(5))
        .statusCode(200)
        .body("sessionId", equalTo(session.id.toString()));
  }

  @Test
  void aCodeThatWasRenewedLeadsNowhere() {
    session.post(session.owner, "/join-code", Map.of()).statusCode(200);
    open(session.joinCode).statusCode(403).body("type", equalTo("/api/problems#join-code-wrong"));
  }

  /** People who were there come back to it by their link, and find the report. */
  @Test
  void theCodeOfASessionThatIsOverStillLeadsToIt() {
    session.through("lobby", "cancelled");
    open(session.joinCode).statusCode(200).body("phase", equalTo("cancelled"));
  }

  @Test
  void anUnknownCodeLeadsNowhere() {
    open(UUID.randomUUID().toString()).statusCode(403);
  }
}
