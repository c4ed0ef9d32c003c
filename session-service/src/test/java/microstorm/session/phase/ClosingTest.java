package microstorm.session.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.session.LiveSession;
import microstorm.session.LiveSession.Member;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.session.SettableClock;
import microstorm.testing.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session is closed once, when its board is sealed. */
@SessionServiceTest
class ClosingTest {

  @Inject SettableClock clock;

  private LiveTeam team;
  private LiveSession session;

  @BeforeEach
  void share() {
    team = new LiveTeam("Closers");
    session = team.plan(Map.of("quietMinutes", 1)).through("lobby");
    Member early = session.join("participant");
    session.delete(early.token(), "/participants/" + early.id()).statusCode(204);
    session.join("participant");
    session.through("quiet");
    Member late = session.join("participant");
    session.delete(late.token(), "/participants/" + late.id()).statusCode(204);
    clock.advance(Duration.ofMinutes(1));
    session.through("sharing");
  }

  private void publish(UUID id) {
    publish(id, session);
  }

  /** Publishes under one key, so that the last event is also read last. */
  private void publish(UUID id, LiveSession sealed) {
    TestEvents.publish("idea.events", id, LiveSession.BOARD_SEALED, session.id, sealed.seal());
  }

  private void awaitEarlierEvents() {
    LiveSession last = team.plan(Map.of("quietMinutes", 1)).through("lobby", "quiet");
    clock.advance(Duration.ofMinutes(1));
    last.through("sharing", "closing");
    publish(UUID.randomUUID(), last);
    last.event("closed");
  }

  @Test
  void closingWaitsForTheSealAndCountsTheParticipants() {
    session.to("closed").statusCode(202).body("phase", equalTo("closing"));
    session.event("closing");
    assertThat(session.get().getString("phase")).isEqualTo("closing");
    session.tryJoin(Map.of()).statusCode(409);
    session.sealed();
    assertThat(session.event("closed").getInt("participants")).isEqualTo(2);
    assertThat(session.event("closed").getString("logRevision")).isNull();
    assertThat(session.event("closing").getBoolean("automatic")).isFalse();
  }

  @Test
  void aSecondSealOrASecondDeliveryChangesNothing() {
    session.through("closing");
    UUID once = UUID.randomUUID();
    publish(once);
    publish(once);
    publish(UUID.randomUUID());
    awaitEarlierEvents();
    assertThat(session.types()).containsOnlyOnce("closed");
  }

  @Test
  void aSealWithoutARequestClosesNothing() {
    publish(UUID.randomUUID());
    awaitEarlierEvents();
    assertThat(session.get().getString("phase")).isEqualTo("sharing");
  }

  @Test
  void aLostSealIsRequestedAgain() {
    session.through("closing");
    session.to("closing").statusCode(202);
    session.event("closing");
    clock.advance(Duration.ofSeconds(10));
    session.to("closing").statusCode(202);
    session.to("closing").statusCode(202);
    session.sealed().event("closed");
    assertThat(session.types()).filteredOn("closing"::equals).hasSize(2);
    session.to("closing").statusCode(200).body("phase", equalTo("closed"));
  }

  @Test
  void theLobbySaysWhetherTheSessionShowsActions() {
    for (boolean shows : List.of(true, false)) {
      LiveSession next = team.plan(Map.of("showActions", shows));
      assertThat(lobby(next).getBoolean("showsActions")).isEqualTo(shows);
    }
    assertThat(lobby(team.plan(Map.of())).getBoolean("showsActions")).isTrue();
    JsonPath rehearsal = lobby(team.plan(Map.of("rehearsal", true)));
    assertThat(rehearsal.getBoolean("showsActions")).isFalse();
    assertThat(rehearsal.getBoolean("rehearsal")).isTrue();
  }

  private static JsonPath lobby(LiveSession session) {
    return session.through("lobby").event("lobby-opened");
  }
}
