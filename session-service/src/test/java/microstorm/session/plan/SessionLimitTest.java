package microstorm.session.plan;

import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import microstorm.session.LiveSession;
import microstorm.session.LiveTeam;
import microstorm.session.OtherSettings;
import microstorm.session.SessionServiceTest;
import org.junit.jupiter.api.Test;

@SessionServiceTest
@TestProfile(OtherSettings.class)
class SessionLimitTest {

  /** A team with a full list can go on when it deletes a session; other teams are not affected. */
  @Test
  void aTeamHasALimitedNumberOfSessions() {
    LiveTeam team = new LiveTeam("Full");
    LiveSession last = null;
    for (int session = 1; session <= OtherSettings.SESSIONS; session++) {
      last = team.plan(Map.of());
    }
    team.post(Map.of("title", "One more"))
        .statusCode(409)
        .body("type", endsWith("session-list-full"));
    new LiveTeam("Other").plan(Map.of());

    LiveTeam.as(team.token).delete("/api/sessions/{id}", last.id).then().statusCode(200);
    team.plan(Map.of());
  }
}
