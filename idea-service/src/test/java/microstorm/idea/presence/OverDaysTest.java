package microstorm.idea.presence;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.stream.LiveStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a quiet phase over days people come and go, and nobody sees it. */
@IdeaServiceTest
@TestProfile(PresenceTest.Quick.class)
class OverDaysTest {

  private static final String END = "2099-01-02T03:04:05Z";

  @Inject Jdbi database;

  private final List<LiveStream> streams = new ArrayList<>();
  private LiveBoard board;
  private Person person;

  @BeforeEach
  void plan() {
    board = new LiveBoard();
    board.plan(
        event -> {
          event.remove("topics");
          event.put("quietUntil", END);
        });
    board.begin("lobby-opened");
    person = board.join("participant");
  }

  @AfterEach
  void close() {
    streams.forEach(LiveStream::close);
  }

  private JsonPath view() {
    return board.view(board.owner());
  }

  private boolean isConnected(Person who) {
    return view()
        .getBoolean("participants.find { it.participantId == '%s' }.connected".formatted(who.id()));
  }

  private LiveStream open(Person who) {
    LiveStream stream =
        LiveStream.open(RestAssured.port, board.session, who.token(), null).awaitEvent("snapshot");
    streams.add(stream);
    return stream;
  }

  /** Waits for a lease that is later than this one. */
  private void awaitLease(Person who, String than) {
    await("a lease").until(() -> leaseOf(who).compareTo(than) > 0);
  }

  private String leaseOf(Person who) {
    return database.withHandle(
        handle ->
            handle
                .select("select expires_at::text from presence where participant_id = ?", who.id())
                .mapTo(String.class)
                .findOne()
                .orElse(""));
  }

  @Test
  void presenceIsShownOnlyWhenTheGroupIsTogether() {
    Person observer = board.join("observer");
    open(person);
    await("the lobby shows it").until(() -> isConnected(person));
    board.begin("quiet-started");
    assertThat(isConnected(person)).isFalse();
    int published = board.events("presence-changed", 1).size();
    open(observer);
    awaitLease(observer, "");
    awaitLease(observer, leaseOf(observer));
    assertThat(isConnected(observer)).isFalse();
    assertThat(board.events("presence-changed", 1)).hasSize(published);
    // the control: the same people are shown as soon as the group shares
    board.begin("sharing-started");
    await("sharing shows it").until(() -> isConnected(person) && isConnected(observer));
  }

  @Test
  void whoIsNotConnectedCountsAsSilentToo() {
    Person leader = board.join("facilitator");
    Person other = board.join("participant");
    open(other);
    await("the lobby shows it").until(() -> isConnected(other));
    board.join("participant");
    board.begin("quiet-started");
    board.posted(person, "From another time zone");
    assertThat(board.view(leader).getInt("counts.writers")).isEqualTo(1);
    assertThat(board.view(leader).getInt("counts.silent")).isEqualTo(2);
  }

  @Test
  void everybodySeesTheEndAndTheReminders() {
    assertThat(view().getString("session.quietUntil")).isEqualTo(END);
    assertThat(board.view(person).getMap("session")).doesNotContainKey("reminderHours");
    LiveStream stream = open(person);
    board.begin("quiet-started");
    board.publish("quiet-end-near", event -> event.put("hoursLeft", 24));
    await("the reminder")
        .until(
            () ->
                stream
                    .of("session")
                    .anyMatch(event -> event.data().contains("\"reminderHours\":24")));
    String later = "2099-02-02T03:04:05Z";
    board.publish("phase-timer-set", event -> event.put("endsAt", later));
    await("the new end").until(() -> later.equals(view().getString("session.quietUntil")));
    assertThat(view().getString("session.endsAt")).isEqualTo(later);
    assertThat(board.view(person).getMap("session")).doesNotContainKey("reminderHours");
    board.begin("sharing-started");
    board.publish("phase-timer-set", event -> event.put("endsAt", END));
    await("another timer").until(() -> END.equals(view().getString("session.endsAt")));
    assertThat(view().getString("session.quietUntil")).isEqualTo("2099-02-02T03:04:05Z");
  }
}
