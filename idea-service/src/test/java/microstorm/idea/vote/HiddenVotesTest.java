package microstorm.idea.vote;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.stream.LiveStream;
import microstorm.idea.viewer.ViewerResolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The streams of a voter show the voter's own dots; the others show the results at the end. */
@IdeaServiceTest
class HiddenVotesTest {

  private Choosing group;
  private UUID idea;

  @BeforeEach
  void converge() {
    group = new Choosing(1);
    idea = group.ideas.get(0);
  }

  private LiveStream open(Person person, String lastEventId) {
    return LiveStream.open(RestAssured.port, group.board.session, person.token(), lastEventId);
  }

  @Test
  void nobodySeesDotsOfOthersBeforeTheEnd() {
    Person voter = group.board.join("participant");
    Person other = group.board.join("facilitator");
    try (LiveStream own = open(voter, null).awaitEvent("snapshot");
        LiveStream second = open(voter, null).awaitEvent("snapshot");
        LiveStream others = open(other, null).awaitEvent("snapshot");
        LiveStream owners = open(group.board.owner(), null).awaitEvent("snapshot")) {
      group.vote(voter, idea).then().statusCode(201);
      group.mark(voter, idea, 4).then().statusCode(200);
      for (LiveStream device : List.of(own, second)) {
        device.awaitEvent("votes").awaitEvent("marks");
        assertThat(device.of("votes").findFirst().orElseThrow().data()).contains("\"left\":2");
      }
      Person late = group.board.join("observer");
      for (LiveStream stream : List.of(others, owners)) {
        await().until(() -> stream.bytes().contains(late.id().toString()));
        assertThat(stream.of("votes")).isEmpty();
        assertThat(stream.of("marks")).isEmpty();
      }
      try (LiveStream resumed = open(other, "0")) {
        await().until(() -> resumed.bytes().contains(late.id().toString()));
        assertThat(resumed.of("votes")).isEmpty();
      }
      for (LiveStream stream : List.of(own, others, owners)) {
        assertThat(stream.of("results")).isEmpty();
      }
      group.board.begin("agreeing-started");
      for (LiveStream stream : List.of(own, others, owners)) {
        stream.awaitEvent("results");
        assertThat(stream.of("results").findFirst().orElseThrow().data())
            .contains("\"order\":\"dots\"", "\"rank\":1", "\"dots\":1");
      }
    }
  }

  /** An edit key may belong to somebody else: it shows ideas, but no ballot. */
  @Test
  void anEditKeyDoesNotShowDotsOfItsOwner() {
    Person voter = group.board.join("participant");
    Person other = group.board.join("participant");
    Map<String, String> editKey = Map.of(ViewerResolver.EDIT_KEY, voter.key());
    try (LiveStream voters = open(voter, null).awaitEvent("snapshot");
        LiveStream others =
            LiveStream.openWith(RestAssured.port, group.board.session, other.token(), editKey)
                .awaitEvent("snapshot")) {
      group.vote(voter, idea).then().statusCode(201);
      voters.awaitEvent("votes").awaitEvent("marks");
      group.vote(other, idea).then().statusCode(201);
      others.awaitEvent("votes").awaitEvent("marks");
      // of a ballot's two events the last one carries its number
      assertThat(others.of("marks").map(LiveStream.Event::id))
          .doesNotContainAnyElementsOf(voters.of("marks").map(LiveStream.Event::id).toList());
    }
  }
}
