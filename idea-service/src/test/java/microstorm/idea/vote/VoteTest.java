package microstorm.idea.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.idea.Rows;
import microstorm.testing.Patience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dots and marks. */
@IdeaServiceTest
class VoteTest {

  private Choosing group;
  private Person voter;
  private UUID idea;

  @BeforeEach
  void converge() {
    group = new Choosing(2);
    voter = group.board.join("participant");
    idea = group.ideas.get(0);
  }

  @Test
  void dotsAreGivenUntilNoneIsLeftAndTakenBack() {
    for (int dot = 1; dot <= 3; dot++) {
      group
          .vote(voter, idea)
          .then()
          .statusCode(201)
          .body("ideaId", equalTo(idea.toString()))
          .body("mine", equalTo(dot))
          .body("left", equalTo(3 - dot));
    }
    group.vote(voter, idea).then().statusCode(409).body("type", endsWith("#vote-limit"));
    group
        .retract(voter, idea)
        .then()
        .statusCode(200)
        .body("mine", equalTo(2))
        .body("left", equalTo(1));
    group.vote(voter, group.ideas.get(1)).then().statusCode(201).body("left", equalTo(0));
    group.retract(voter, UUID.randomUUID()).then().statusCode(404);
    assertThat(group.board.events("vote-cast", 4)).hasSize(4);
    assertThat(group.board.events("vote-retracted", 1)).hasSize(1);
    assertThat(group.board.events().toString())
        .doesNotContain(voter.key())
        .doesNotContain("\"writer\"");
  }

  @Test
  void aRetriedDotCountsOnce() {
    voteOnce(voter, idea, "once").then().statusCode(201);
    voteOnce(voter, idea, "once").then().statusCode(200).body("left", equalTo(2));
    voteOnce(voter, group.ideas.get(1), "once")
        .then()
        .statusCode(409)
        .body("type", endsWith("#id-in-use"));
    // the same key of another person and another key are other requests
    voteOnce(group.board.join("participant"), idea, "once").then().statusCode(201);
    voteOnce(voter, idea, "twice").then().statusCode(201).body("left", equalTo(1));
    group
        .vote(voter, Map.of("ideaId", idea, "id", UUID.randomUUID()))
        .then()
        .statusCode(400)
        .body("type", endsWith("#unreadable"));
  }

  private Response voteOnce(Person person, UUID to, String retryKey) {
    return group
        .board
        .as(person)
        .header("Idempotency-Key", retryKey)
        .body(Map.of("ideaId", to))
        .post("/api/boards/{id}/votes", group.board.session);
  }

  /** A repetition after the last dot, whose answer was lost, is not an error. */
  @Test
  void takingBackADotThatWasNotGivenChangesNothing() {
    group.vote(voter, idea).then().statusCode(201);
    for (int attempt = 1; attempt <= 2; attempt++) {
      group
          .retract(voter, idea)
          .then()
          .statusCode(200)
          .body("mine", equalTo(0))
          .body("left", equalTo(3));
    }
    assertThat(group.board.events("vote-retracted", 1)).hasSize(1);
    group.retract(voter, UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void aRetriedRetractionTakesOneDotBack() {
    group.vote(voter, idea).then().statusCode(201);
    group.vote(voter, idea).then().statusCode(201);
    for (int attempt = 1; attempt <= 2; attempt++) {
      retractOnce(voter, idea, "once")
          .then()
          .statusCode(200)
          .body("mine", equalTo(1))
          .body("left", equalTo(2));
    }
    assertThat(group.board.events("vote-retracted", 1)).hasSize(1);
    retractOnce(voter, group.ideas.get(1), "once")
        .then()
        .statusCode(409)
        .body("type", endsWith("#id-in-use"));
    // the same key of another person and another key are other requests
    Person other = group.board.join("participant");
    retractOnce(other, idea, "once").then().statusCode(200).body("left", equalTo(3));
    retractOnce(voter, idea, "twice").then().statusCode(200).body("mine", equalTo(0));
    // the control: without a key a repeated request takes another dot back
    group.vote(voter, idea).then().statusCode(201);
    group.vote(voter, idea).then().statusCode(201);
    group.retract(voter, idea).then().statusCode(200).body("mine", equalTo(1));
    group.retract(voter, idea).then().statusCode(200).body("mine", equalTo(0));
    retractOnce(voter, idea, "\u00e9").then().statusCode(400);
  }

  /** Otherwise a voter could fill the database by giving and taking one dot. */
  @Test
  void onlyTheLatestRetractionsOfAPersonAreRemembered() {
    int kept = 20;
    String count = "select count(*) from retraction where session_id = ?";
    Person other = group.board.join("participant");
    group.vote(other, idea).then().statusCode(201);
    retractOnce(other, idea, "of another").then().statusCode(200);
    for (int i = 0; i <= kept; i++) {
      group.vote(voter, idea).then().statusCode(201);
      retractOnce(voter, idea, "key " + i).then().statusCode(200);
    }
    assertThat(Rows.number(count, group.board.session)).isEqualTo(kept + 1);
    group.vote(voter, idea).then().statusCode(201);
    for (String remembered : List.of("key 1", "key " + kept)) {
      retractOnce(voter, idea, remembered).then().statusCode(200).body("mine", equalTo(1));
    }
    retractOnce(other, idea, "of another").then().statusCode(200);
    retractOnce(voter, idea, "key 0").then().body("mine", equalTo(0)); // the control: forgotten
  }

  private Response retractOnce(Person person, UUID from, String retryKey) {
    return group
        .board
        .as(person)
        .header("Idempotency-Key", retryKey)
        .delete("/api/boards/{id}/votes/{idea}", group.board.session, from);
  }

  @Test
  void aMarkIsAWholeNumber() {
    for (Object no : List.of(3.7, 3.0, "3", true)) {
      group
          .board
          .as(voter)
          .body(Map.of("ideaId", idea, "criterionId", Choosing.CRITERION, "value", no))
          .post("/api/boards/{id}/marks", group.board.session)
          .then()
          .statusCode(400)
          .body("type", endsWith("#unreadable"))
          .body("detail", startsWith("The field value "));
    }
    group.mark(voter, idea, 3).then().statusCode(200);
  }

  @Test
  void nobodyVotesForOwnIdeasUnlessTheSessionAllowsIt() {
    group.vote(group.author, idea).then().statusCode(409).body("type", endsWith("#own-idea"));
    group
        .board
        .as(voter)
        .header("Edit-Key", group.author.key())
        .body(Map.of("ideaId", idea))
        .post("/api/boards/{id}/votes", group.board.session)
        .then()
        .statusCode(409)
        .body("type", endsWith("#own-idea"));
    group.mark(group.author, idea, 5).then().statusCode(409).body("type", endsWith("#own-idea"));
    group.mark(voter, idea, 5).then().statusCode(200);
    settings("votesOnOwnIdeas", 1);
    group.vote(group.author, idea).then().statusCode(201);
    group.mark(group.author, idea, 5).then().statusCode(200);
  }

  private void settings(String name, int value) {
    group.board.publish(
        "changed",
        event -> {
          event.put("teamId", group.board.team.toString());
          ObjectNode settings = (ObjectNode) event.get("settings");
          if (settings.get(name).isBoolean()) {
            settings.put(name, value == 1);
          } else {
            settings.put(name, value);
          }
        });
    Patience.await()
        .until(
            () ->
                group
                    .board
                    .view(voter)
                    .getString("session." + name)
                    .equals(name.equals("votesPerPerson") ? "" + value : "true"));
  }

  @Test
  void onlyIdeasOfThisBoardGetDotsAndMarks() {
    LiveBoard elsewhere = LiveBoard.in("sharing-started", true);
    UUID foreign = elsewhere.posted(elsewhere.join("participant"), "elsewhere");
    for (UUID no : List.of(foreign, UUID.randomUUID())) {
      group.vote(voter, no).then().statusCode(404);
      group.mark(voter, no, 3).then().statusCode(404);
    }
    group.vote(voter, Map.of()).then().statusCode(400);
  }

  @Test
  void aMarkReplacesAnEarlierOne() {
    group.mark(voter, idea, 1).then().statusCode(200);
    group.mark(voter, idea, 4).then().statusCode(200).body("value", equalTo(4));
    assertThat(group.board.view(voter).getList("marks.mine.value")).containsExactly(4);
    for (int no : List.of(0, 6)) {
      group.mark(voter, idea, no).then().statusCode(400);
    }
    group
        .board
        .as(voter)
        .body(Map.of("ideaId", idea, "criterionId", UUID.randomUUID(), "value", 3))
        .post("/api/boards/{id}/marks", group.board.session)
        .then()
        .statusCode(404);
    String mark =
        "/api/boards/%s/marks/%s/%s".formatted(group.board.session, idea, Choosing.CRITERION);
    for (int attempt = 1; attempt <= 2; attempt++) {
      group.board.as(voter).delete(mark).then().statusCode(204);
    }
    for (UUID no : List.of(idea, UUID.randomUUID())) {
      String other = "/api/boards/%s/marks/%s/%s".formatted(group.board.session, no, voter.id());
      group.board.as(voter).delete(other).then().statusCode(404);
    }
    assertThat(group.board.view(voter).getList("marks.mine")).isEmpty();
    assertThat(group.board.events("marked", 2)).hasSize(2);
  }
}
