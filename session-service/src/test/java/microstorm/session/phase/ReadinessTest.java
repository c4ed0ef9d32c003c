package microstorm.session.phase;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.session.LiveSession;
import microstorm.session.LiveSession.Member;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.testing.TestEvents;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The quiet phase waits for those who are connected, and says for how many. */
@SessionServiceTest
class ReadinessTest {

  private static final String PRESENCE = "microstorm.idea.presence-changed.v1";

  private LiveSession session;
  private Member ana;
  private Member ben;

  @BeforeEach
  void begin() {
    session = plan(false);
  }

  private LiveSession plan(boolean anonymous) {
    LiveSession planned =
        new LiveTeam("Quiet people")
            .plan(Map.of("quietMinutes", 60, "anonymous", anonymous))
            .through("lobby");
    ana = planned.join(Map.of("name", "Ana"));
    ben = planned.join(Map.of("name", "Ben"));
    return planned.through("quiet");
  }

  private static String ids(Member... people) {
    return Stream.of(people)
        .map(person -> "\"" + person.id() + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Publishes idea-service's event, and waits until the list of people shows it. */
  private void connection(boolean connected, Member... people) {
    String lists =
        "{\"sessionId\":\"%s\",\"seq\":1,\"connected\":%s,\"disconnected\":%s}"
            .formatted(session.id, connected ? ids(people) : "[]", connected ? "[]" : ids(people));
    assertThat(Contracts.tree(lists).fieldNames())
        .toIterable()
        .containsExactlyElementsOf(
            () -> Contracts.tree(Contracts.sample("idea-service", PRESENCE)).fieldNames());
    TestEvents.publish("idea.events", UUID.randomUUID(), PRESENCE, session.id, lists);
    Arrays.stream(people)
        .forEach(person -> await("the list").until(() -> isConnected(person) == connected));
  }

  private boolean isConnected(Member person) {
    return session
        .list(session.owner)
        .extract()
        .jsonPath()
        .getBoolean("items.find { it.participantId == '%s' }.connected".formatted(person.id()));
  }

  private void ready(Member person) {
    session.post(person.token(), "/ready", Map.of("ready", true)).statusCode(200);
  }

  @Test
  void aSeatThatNeverConnectedDoesNotBlockTheEarlyEnd() {
    connection(true, ana);
    ready(ana);
    session.to("sharing").statusCode(200);
  }

  @Test
  void aSeatThatLostItsConnectionDoesNotBlockTheEarlyEnd() {
    connection(true, ana, ben);
    ready(ana);
    session.to("sharing").statusCode(409).body("detail", containsString("1 of 2 is not ready."));
    connection(false, ben);
    session.to("sharing").statusCode(200);
  }

  @Test
  void someoneWhoConnectsAgainIsAwaitedAgain() {
    connection(true, ana, ben);
    connection(false, ben);
    connection(true, ben);
    ready(ana);
    session.to("sharing").statusCode(409);
    ready(ben);
    session.to("sharing").statusCode(200);
  }

  /** Clients without a live stream have no presence. */
  @Test
  void whileNobodyIsConnectedEveryoneIsAwaited() {
    ready(ana);
    session.to("sharing").statusCode(409).body("detail", containsString("1 of 2 is not ready."));
    ready(ben);
    session.to("sharing").statusCode(200);
  }

  @Test
  void facilitatorsAndObserversAreNotAwaited() {
    Member leader = session.join("facilitator");
    Member observer = session.join("observer");
    connection(true, ana, ben, leader, observer);
    ready(ana);
    ready(ben);
    session.to("sharing").statusCode(200);
  }

  private List<Boolean> readySeenBy(String token) {
    return session.list(token).extract().jsonPath().getList("items.ready");
  }

  @Test
  void inAnAnonymousSessionEachPersonSeesOnlyTheirOwnReadiness() {
    ready(ana);
    assertThat(readySeenBy(ben.token())).as("not anonymous").containsExactly(true, false);
    session = plan(true);
    Member leader = session.join("facilitator");
    session
        .post(ana.token(), "/ready", Map.of("ready", true))
        .statusCode(200)
        .body("ready", equalTo(true));
    assertThat(readySeenBy(ana.token())).containsExactly(true, null, null);
    assertThat(readySeenBy(ben.token())).containsExactly(null, false, null);
    assertThat(readySeenBy(leader.token())).containsExactly(null, null, false);
    assertThat(readySeenBy(session.owner)).containsExactly(null, null, null);
    session.get(leader.token()).body("readiness.notReady", equalTo(1));
    session
        .post(session.owner, "/participants/" + ana.id() + "/lead", Map.of())
        .statusCode(200)
        .body("ready", nullValue());
  }

  @Test
  void theFacilitatorSeesWhoIsNotReady() {
    Member leader = session.join("facilitator");
    connection(true, ana, ben, leader);
    ready(ana);
    session
        .get(leader.token())
        .body("readiness.awaited", equalTo(2))
        .body("readiness.notReady", equalTo(1))
        .body("readiness.people.name", contains("Ben"));
    session.get(ana.token()).body("readiness", nullValue());
  }

  @Test
  void inAnAnonymousSessionTheFacilitatorSeesOnlyTheNumber() {
    session = plan(true);
    connection(true, ana, ben);
    session
        .get(session.owner)
        .body("readiness.notReady", equalTo(2))
        .body("readiness.people", nullValue());
  }

  @Test
  void aSessionThatIsOverHasNobodyConnected() {
    connection(true, ana);
    session.to("cancelled").statusCode(200);
    assertThat(isConnected(ana)).isFalse();
    connection(false, ben);
    assertThat(isConnected(ana)).isFalse();
  }
}
