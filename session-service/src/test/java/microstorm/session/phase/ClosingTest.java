package microstorm.session.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import microstorm.session.LiveSession;
import microstorm.session.LiveSession.Member;
import microstorm.session.LiveTeam;
import microstorm.session.SettableClock;
import microstorm.testing.TestEvents;
import microstorm.testing.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session is closed when its board is sealed, not before, and once. */
@QuarkusTest
@QuarkusTestResource(
    value = TestServers.class,
    initArgs = @ResourceArg(name = "database", value = "sessions"))
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

  /** All under one key, so that what is published last is also read last. */
  private void publish(UUID id, LiveSession sealed) {
    TestEvents.publish("idea.events", id, LiveSession.BOARD_SEALED, session.id, sealed.seal());
  }

  private void awaitAllBefore() {
    LiveSession last = team.plan(Map.of("quietMinutes", 1)).through("lobby", "quiet");
    clock.advance(Duration.ofMinutes(1));
    last.through("sharing", "closing");
    publish(UUID.randomUUID(), last);
    last.told("closed");
  }

  @Test
  void closingWaitsForTheSealAndCountsThoseWhoTookPart() {
    session.to("closed").statusCode(202).body("phase", equalTo("closing"));
    session.told("closing");
    assertThat(session.get().getString("phase")).isEqualTo("closing");
    session.tryJoin(Map.of()).statusCode(409);
    session.sealed();
    assertThat(session.told("closed").getInt("participants")).isEqualTo(2);
    assertThat(session.told("closed").getString("logRevision")).isNull();
    assertThat(session.told("closing").getBoolean("automatic")).isFalse();
  }

  @Test
  void aSecondSealOrASecondDeliveryChangesNothing() {
    session.through("closing");
    UUID once = UUID.randomUUID();
    publish(once);
    publish(once);
    publish(UUID.randomUUID());
    awaitAllBefore();
    assertThat(session.types()).containsOnlyOnce("closed");
  }

  @Test
  void aSealThatNobodyAskedForClosesNothing() {
    publish(UUID.randomUUID());
    awaitAllBefore();
    assertThat(session.get().getString("phase")).isEqualTo("sharing");
  }

  @Test
  void aSealThatWasLostIsAskedForAgain() {
    session.through("closing");
    session.to("closing").statusCode(202);
    session.told("closing");
    clock.advance(Duration.ofSeconds(10));
    session.to("closing").statusCode(202);
    session.to("closing").statusCode(202);
    session.sealed().told("closed");
    assertThat(session.types()).filteredOn("closing"::equals).hasSize(2);
    session.to("closing").statusCode(200).body("phase", equalTo("closed"));
  }

  @Test
  void theOpenActionsOfTheSessionClosedLastAreCarriedOver() {
    LiveSession plannedBefore = team.plan(Map.of());
    LiveSession without = team.plan(Map.of("carryActions", false));
    session.through("closing").sealed().told("closed");
    assertThat(carriedInto(plannedBefore)).isEqualTo(session.id.toString());
    assertThat(carriedInto(team.plan(Map.of()))).isEqualTo(session.id.toString());
    assertThat(carriedInto(without)).isNull();
  }

  private static String carriedInto(LiveSession next) {
    return next.through("lobby").told("lobby-opened").getString("carryActionsFrom");
  }
}
