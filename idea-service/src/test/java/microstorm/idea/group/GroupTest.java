package microstorm.idea.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Affinity groups. */
@IdeaServiceTest
class GroupTest {

  private static final String GROUPS = "/api/boards/{session}/groups";

  private LiveBoard board;
  private Person person;
  private UUID one;
  private UUID two;

  @BeforeEach
  void write() {
    board = LiveBoard.in("sharing-started", false);
    person = board.join("participant");
    one = board.posted(person, "one");
    two = board.posted(person, "two");
  }

  private ValidatableResponse add(Map<String, ?> group) {
    return board.as(person).body(group).post(GROUPS, board.session).then();
  }

  private ValidatableResponse change(String id, Map<String, ?> change) {
    return board.as(person).body(change).patch(GROUPS + "/{id}", board.session, id).then();
  }

  private List<List<String>> ideas() {
    return board.view(person).getList("groups.ideaIds");
  }

  @Test
  void anIdeaIsInOneGroupAtMostAndBothGroupsArePublished() {
    String first =
        add(Map.of("name", "First", "ideaIds", List.of(two, one, one)))
            .statusCode(201)
            .body("ideaIds", equalTo(List.of(two.toString(), one.toString())))
            .extract()
            .path("id");
    String second =
        add(Map.of("name", "Second", "ideaIds", List.of(two))).statusCode(201).extract().path("id");
    assertThat(ideas()).containsExactly(List.of(one.toString()), List.of(two.toString()));
    assertThat(board.view(person).getList("ideas.groupId")).containsExactly(first, second);
    assertThat(board.events("grouped", 3))
        .extracting(
            event -> event.payload().get("name").asText() + event.payload().get("ideaIds").size())
        .containsExactlyInAnyOrder("First2", "Second1", "First1");
  }

  /** The order is the group's: the ideas themselves do not change, and a removal keeps it. */
  @Test
  void ideasHaveTheOrderThatPeopleGiveThem() {
    UUID three = board.posted(person, "three");
    List<String> given = Stream.of(three, one, two).map(UUID::toString).toList();
    String id =
        add(Map.of("name", "Ordered", "ideaIds", List.of(one, two, three)))
            .statusCode(201)
            .extract()
            .path("id");
    List<Object> before = board.view(person).getList("ideas");

    change(id, Map.of("ideaIds", given)).statusCode(200).body("ideaIds", equalTo(given));
    assertThat(ideas()).containsExactly(given);
    assertThat(board.view(person).<Object>getList("ideas")).isEqualTo(before);
    assertThat(board.events("grouped", 2).get(1).payload().get("ideaIds"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(given);

    board.as(person).delete(GROUPS + "/{id}", board.session, id).then().statusCode(204);
    board
        .as(person)
        .post(GROUPS + "/{id}/restore", board.session, id)
        .then()
        .statusCode(200)
        .body("ideaIds", equalTo(given));
  }

  @Test
  void anEmptyChangeChangesNothingInWhateverPhase() {
    String id = add(Map.of("name", "As it is")).statusCode(201).extract().path("id");
    change(id, Map.of()).statusCode(200).body("name", equalTo("As it is"));
    board.begin("agreeing-started");
    change(id, Map.of("name", "Too late")).statusCode(409);
    change(id, Map.of()).statusCode(200).body("name", equalTo("As it is"));
    change(UUID.randomUUID().toString(), Map.of()).statusCode(404);
    board
        .as(board.join("observer"))
        .body(Map.of())
        .patch(GROUPS + "/{id}", board.session, id)
        .then()
        .statusCode(403);
    assertThat(board.events("grouped", 1)).as("published once").hasSize(1);
  }

  @Test
  void aGroupIsRenamedRefilledAndRemoved() {
    String id = add(Map.of("name", "Before")).statusCode(201).extract().path("id");
    change(id, Map.of("name", "After", "ideaIds", List.of(one, two)))
        .statusCode(200)
        .body("name", equalTo("After"));
    change(id, Map.of("ideaIds", List.of(two)))
        .statusCode(200)
        .body("name", equalTo("After"))
        .body("ideaIds", equalTo(List.of(two.toString())));
    for (int attempt = 1; attempt <= 2; attempt++) {
      board.as(person).delete(GROUPS + "/{id}", board.session, id).then().statusCode(204);
    }
    change(id, Map.of("name", "Gone")).statusCode(404);
    board
        .as(person)
        .delete(GROUPS + "/{id}", board.session, UUID.randomUUID())
        .then()
        .statusCode(404);
    assertThat(ideas()).isEmpty();
    assertThat(board.view(person).getList("ideas.groupId")).containsOnlyNulls();
    assertThat(board.events("group-removed", 1)).hasSize(1);
    assertThat(board.events("group-removed", 1).get(0).payload().get("groupId").asText())
        .isEqualTo(id);
  }

  @Test
  void aRetryFindsTheGroupOfTheFirstAttempt() {
    Map<String, Object> group = Map.of("id", UUID.randomUUID(), "name", "Once");
    add(group).statusCode(201);
    add(group).statusCode(200);
    assertThat(ideas()).hasSize(1);
  }

  /**
   * A retry is answered whatever happened to the group since; a request with other content is not a
   * retry.
   */
  @Test
  void otherContentIsNotARetry() {
    UUID id = UUID.randomUUID();
    Map<String, Object> group = Map.of("id", id, "name", " Once ", "ideaIds", List.of(two, one));
    add(group).statusCode(201);
    add(group).statusCode(200);
    for (Map<String, Object> other :
        List.of(
            Map.<String, Object>of("id", id, "name", "Twice", "ideaIds", List.of(two, one)),
            Map.<String, Object>of("id", id, "name", "Once", "ideaIds", List.of(one)),
            Map.<String, Object>of("id", id, "name", "Once"))) {
      add(other).statusCode(409).body("type", endsWith("#id-in-use"));
    }
    board.as(person).delete(board.idea(two)).then().statusCode(204);
    add(group).statusCode(200).body("ideaIds", equalTo(List.of(one.toString())));
    change(id.toString(), Map.of("name", "Renamed")).statusCode(200);
    add(group).statusCode(200).body("name", equalTo("Renamed"));
  }

  @Test
  void onlyIdeasOfThisBoardAreGrouped() {
    LiveBoard elsewhere = LiveBoard.in("sharing-started", false);
    UUID foreign = elsewhere.posted(elsewhere.join("participant"), "elsewhere");
    board.as(person).delete(board.idea(two)).then().statusCode(204);
    for (UUID no : List.of(foreign, UUID.randomUUID(), two)) {
      add(Map.of("name", "No", "ideaIds", List.of(one, no))).statusCode(404);
    }
    assertThat(ideas()).isEmpty();
    add(Map.of("name", " ")).statusCode(400);
    add(Map.of("ideaIds", List.of(one))).statusCode(400);
  }

  @Test
  void aWithdrawnIdeaLeavesItsGroupAndTheGroupIsPublishedAgain() {
    add(Map.of("name", "Both", "ideaIds", List.of(one, two))).statusCode(201);
    board.as(person).delete(board.idea(two)).then().statusCode(204);
    assertThat(ideas()).containsExactly(List.of(one.toString()));
    assertThat(board.events("grouped", 2))
        .extracting(event -> event.payload().get("ideaIds").size())
        .containsExactly(2, 1);
    long withdrawn = board.events("withdrawn", 1).get(0).payload().get("seq").asLong();
    assertThat(board.events("grouped", 2).get(1).payload().get("seq").asLong())
        .isGreaterThan(withdrawn)
        .isEqualTo(board.view(person).getLong("seq"));
  }

  /** The control: an unchanged group is not published again. */
  @Test
  void groupsWithoutAWithdrawnIdeaAreNotPublishedAgain() {
    add(Map.of("name", "One", "ideaIds", List.of(one))).statusCode(201);
    board.as(person).delete(board.idea(two)).then().statusCode(204);
    board.events("withdrawn", 1);
    assertThat(board.events("grouped", 1)).hasSize(1);
  }

  @Test
  void aGroupHasAtMostAThousandIdeas() {
    List<UUID> most = Stream.generate(UUID::randomUUID).limit(AddGroup.MAX_IDEAS).toList();
    add(Map.of("name", "Absent, but read", "ideaIds", most)).statusCode(404);
    List<UUID> more = Stream.concat(most.stream(), Stream.of(one)).toList();
    String id = add(Map.of("name", "Few")).statusCode(201).extract().path("id");
    for (ValidatableResponse refused :
        List.of(
            add(Map.of("name", "Many", "ideaIds", more)), change(id, Map.of("ideaIds", more)))) {
      refused
          .statusCode(400)
          .body("errors[0].field", equalTo("ideaIds"))
          .body("errors[0].message", equalTo("must list at most 1000 ideas"));
    }
  }

  @Test
  void nothingIsGroupedInTheQuietPhase() {
    LiveBoard quiet = LiveBoard.in("quiet-started", false);
    quiet
        .as(quiet.join("participant"))
        .body(Map.of("name", "Too early"))
        .post(GROUPS, quiet.session)
        .then()
        .statusCode(409)
        .body("type", endsWith("#quiet"));
  }
}
