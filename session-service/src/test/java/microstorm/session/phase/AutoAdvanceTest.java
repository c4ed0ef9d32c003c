package microstorm.session.phase;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import microstorm.session.LiveSession;
import microstorm.session.LiveSession.Member;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.session.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sharing phase begins by itself when everyone is ready, if the session is planned so. */
@SessionServiceTest
class AutoAdvanceTest {

  @Inject SettableClock clock;

  private LiveSession session;
  private Member ana;
  private Member ben;

  private void write(boolean advance) {
    session = new LiveTeam("Advancers").plan(Map.of("autoAdvance", advance)).through("lobby");
    ana = session.join("participant");
    ben = session.join("participant");
    session.through("quiet");
    ready(ana, true);
  }

  private void ready(Member person, boolean ready) {
    session.post(person.token(), "/ready", Map.of("ready", ready)).statusCode(200);
  }

  private Object announced() {
    return session.get().get("announcement.to");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sharingIsAnnouncedWhenTheLastOneIsReady(boolean advance) {
    write(advance);
    assertThat(announced()).isNull();
    ready(ben, true);
    assertThat(announced()).isEqualTo(advance ? "sharing" : null);
    if (advance) {
      clock.advance(Duration.ofSeconds(5));
      await("sharing").until(() -> session.get().getString("phase").equals("sharing"));
    }
  }

  @Test
  void itWaitsForNobodyWhoLeft() {
    write(true);
    session.delete(session.owner, "/participants/" + ben.id()).statusCode(204);
    assertThat(announced()).isEqualTo("sharing");
  }

  /** Also when the minimum quiet time is over, so that the change itself would be permitted. */
  @ParameterizedTest
  @ValueSource(ints = {0, 10})
  void somebodyWhoIsNoLongerReadyPreventsIt(int minutes) {
    write(true);
    clock.advance(Duration.ofMinutes(minutes));
    ready(ben, true);
    assertThat(announced()).isEqualTo("sharing");
    ready(ben, false);
    assertThat(announced()).isNull();
    clock.advance(Duration.ofSeconds(5));
    session.event("announcement-stopped");
    assertThat(session.get().getString("phase")).isEqualTo("quiet");
  }

  @Test
  void itDoesNotReplaceAnAnnouncementOfAPerson() {
    write(true);
    session
        .post(session.owner, "/phase", Map.of("to", "cancelled", "delaySeconds", 60))
        .statusCode(202);
    ready(ben, true);
    assertThat(announced()).isEqualTo("cancelled");
    ready(ben, false);
    assertThat(announced()).isEqualTo("cancelled");
  }

  @Test
  void itIsNotRepeatedAfterAFacilitatorStoppedIt() {
    write(true);
    Member cara = session.join("participant");
    ready(cara, true);
    ready(ben, true);
    session.delete(session.owner, "/phase/announcement").statusCode(204);
    session.delete(session.owner, "/participants/" + cara.id()).statusCode(204);
    assertThat(announced()).isNull();
    ready(ben, false);
    ready(ben, true);
    assertThat(announced()).isEqualTo("sharing");
  }

  @Test
  void itComesAfterABreakInWhichTheLastOneBecameReady() {
    write(true);
    session.post(session.owner, "/breaks", Map.of("minutes", 5)).statusCode(201);
    ready(ben, true);
    assertThat(announced()).isNull();
    session.delete(session.owner, "/breaks/current").statusCode(204);
    assertThat(announced()).isEqualTo("sharing");
  }
}
