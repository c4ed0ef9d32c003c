package microstorm.idea.room;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.stream.LiveStream;
import microstorm.testing.TestEvents;
import org.junit.jupiter.api.Test;

/** While a group is split, nobody sees an idea of another room; after the merge everybody does. */
@IdeaServiceTest
class RoomTest {

  private static final String SECRET = "a thought of the first room";

  private static List<Person> outsiders(SplitBoard split) {
    return List.of(split.ben, split.observer);
  }

  private static List<Person> insiders(SplitBoard split) {
    return List.of(split.ana, split.abe, split.leader, split.board.owner());
  }

  /** Every request that refers to an idea. */
  private static Map<String, Supplier<Response>> requests(
      SplitBoard split, Person person, UUID id) {
    LiveBoard board = split.board;
    String path = "/api/boards/" + board.session;
    Map<String, Supplier<Response>> requests = new LinkedHashMap<>();
    requests.put("read", () -> board.as(person).get(board.idea(id)));
    requests.put("read the content", () -> board.as(person).get(board.idea(id) + "/content"));
    requests.put("withdraw", () -> board.as(person).delete(board.idea(id)));
    requests.put("restore", () -> board.as(person).post(board.idea(id) + "/restore"));
    requests.put("take down", () -> board.as(person).post(board.idea(id) + "/take-down"));
    requests.put("rewrite", () -> board.as(person).body(Map.of("text", "x")).patch(board.idea(id)));
    requests.put("move", () -> board.as(person).body("{\"topicId\":null}").patch(board.idea(id)));
    requests.put(
        "build on",
        () -> board.as(person).body(Map.of("text", "x", "parentId", id)).post(board.ideas()));
    requests.put(
        "group",
        () ->
            board
                .as(person)
                .body(Map.of("name", "x", "ideaIds", List.of(id)))
                .post(path + "/groups"));
    requests.put(
        "show", () -> board.as(person).body(Map.of("kind", "idea", "id", id)).put(path + "/focus"));
    requests.put("vote", () -> board.as(person).body(Map.of("ideaId", id)).post(path + "/votes"));
    return requests;
  }

  @Test
  void anIdeaOfAnotherRoomLooksAbsent() {
    SplitBoard split = new SplitBoard("sharing-started", false).split();
    UUID idea = split.board.posted(split.ana, SECRET);
    UUID absent = UUID.randomUUID();
    for (Person person : outsiders(split)) {
      Map<String, Supplier<Response>> toAbsent = requests(split, person, absent);
      assertSoftly(
          softly ->
              requests(split, person, idea)
                  .forEach(
                      (way, request) -> {
                        Response answer = request.get();
                        softly
                            .assertThat(answer.asString().replace(idea.toString(), "ID"))
                            .as(person.role() + " who tries to " + way)
                            .isEqualTo(
                                toAbsent.get(way).get().asString().replace(absent.toString(), "ID"))
                            .doesNotContain(SECRET);
                        softly.assertThat(answer.statusCode()).isBetween(403, 409);
                      }));
      assertThat(split.seen(person)).doesNotContain(SECRET, idea.toString());
      assertThat(split.board.view(person).getInt("counts.ideas")).isZero();
      assertThat(split.board.view(person).<Map<String, Integer>>getList("counts.rooms"))
          .containsExactly(Map.of("room", 1, "ideas", 1), Map.of("room", 2, "ideas", 0));
    }
    assertThat(split.events()).doesNotContain(SECRET, idea.toString());
    // the control: the room and the people who lead see it
    for (Person person : insiders(split)) {
      split
          .board
          .as(person)
          .get(split.board.idea(idea))
          .then()
          .body("text", equalTo(SECRET))
          .body("room", equalTo(1));
      assertThat(split.seen(person)).contains(SECRET);
    }
  }

  @Test
  void theMergeBringsAllIdeasToEverybodyWithTheirRooms() {
    SplitBoard split = new SplitBoard("sharing-started", false).split();
    try (LiveStream bens = split.stream(split.ben, null).awaitEvent("snapshot");
        LiveStream observers = split.stream(split.observer, null).awaitEvent("snapshot");
        LiveStream abes = split.stream(split.abe, null).awaitEvent("snapshot")) {
      UUID idea = split.board.posted(split.ana, SECRET + " https://example.org/room");
      UUID group =
          split.added(split.ana, "groups", Map.of("name", "First group", "ideaIds", List.of(idea)));
      abes.awaitIdea(SECRET + " https://example.org/room").awaitEvent("group");
      split.board.posted(split.ben, "a thought of the second room");
      bens.awaitIdea("a thought of the second room").awaitEvent("room-counts");
      observers.awaitEvent("room-counts");
      for (LiveStream stream : List.of(bens, observers)) {
        assertThat(stream.bytes())
            .doesNotContain(SECRET, idea.toString(), group.toString(), "First group");
      }
      assertThat(abes.bytes()).doesNotContain("second room");
      assertThat(split.events()).doesNotContain(SECRET, "First group");

      split.merge();
      for (LiveStream stream : List.of(bens, observers)) {
        stream.awaitIdea(SECRET + " https://example.org/room").awaitEvent("group");
        assertThat(stream.bytes()).contains("\"room\":1", "example.org/room");
        assertThat(stream.of("snapshot")).hasSize(1);
        assertThat(stream.of("reconnect")).isEmpty();
      }
      abes.awaitIdea("a thought of the second room");
      assertThat(split.board.view(split.ben).getList("ideas.room")).containsExactlyInAnyOrder(1, 2);
      assertThat(split.board.view(split.ben).<Object>get("counts.rooms")).isNull();
      assertThat(split.board.events("shared", 2))
          .extracting(event -> event.payload().path("room").asInt())
          .containsExactlyInAnyOrder(1, 2);
      assertThat(split.board.events("grouped", 1).get(0).payload().toString())
          .contains(idea.toString());
      split.board.posted(split.ana, "for everybody");
      bens.awaitIdea("for everybody");
    }
  }

  @Test
  void nothingShowsWhenAnotherRoomChanges() {
    SplitBoard split = new SplitBoard("sharing-started", false).split();
    UUID idea = split.board.posted(split.ana, SECRET);
    split.board.posted(split.ben, "of the second room");
    Map<Person, String> tags = new LinkedHashMap<>();
    for (Person person : List.of(split.ben, split.observer, split.abe)) {
      tags.put(person, tagged(split, person, null).header("ETag"));
    }
    split.board.as(split.ana).body(Map.of("text", "other words")).patch(split.board.idea(idea));
    split.added(split.ana, "groups", Map.of("name", "x", "ideaIds", List.of(idea)));
    long seen = split.board.view(split.ben).getLong("seq");
    assertThat(split.board.view(split.abe).getLong("seq")).isGreaterThan(seen);
    assertThat(tagged(split, split.ben, tags.get(split.ben)).statusCode()).isEqualTo(304);
    assertThat(tagged(split, split.observer, tags.get(split.observer)).statusCode()).isEqualTo(304);
    assertThat(tagged(split, split.abe, tags.get(split.abe)).statusCode()).isEqualTo(200);
    // a number that Ben cannot have received gives the whole board of his room
    try (LiveStream guessed = split.stream(split.ben, "" + (seen + 1)).awaitEvent("snapshot")) {
      assertThat(guessed.bytes()).doesNotContain("other words", idea.toString());
    }
  }

  private static Response tagged(SplitBoard split, Person person, String tag) {
    return split
        .board
        .as(person)
        .header("If-None-Match", tag == null ? "\"none\"" : tag)
        .get("/api/boards/{id}", split.board.session);
  }

  @Test
  void whoeverIsMovedSeesTheOtherRoomInstead() {
    SplitBoard split = new SplitBoard("sharing-started", false).split();
    split.board.posted(split.ana, SECRET);
    split.board.posted(split.ben, "of the second room");
    try (LiveStream anas = split.stream(split.ana, null).awaitEvent("snapshot");
        LiveStream leaders = split.stream(split.leader, null).awaitEvent("snapshot")) {
      String last = anas.events().get(0).id();
      split.split(List.of(split.abe, split.leader), List.of(split.ana, split.ben));
      anas.awaitEvent("reconnect");
      try (LiveStream again = split.stream(split.ana, last).awaitEvent("snapshot")) {
        assertThat(again.bytes()).contains("of the second room").doesNotContain(SECRET);
        split.board.posted(split.abe, "of the first room");
        split.board.posted(split.ben, "also of the second room");
        again.awaitIdea("also of the second room");
        assertThat(again.ideas()).doesNotContain("of the first room");
        leaders.awaitIdea("of the first room").awaitIdea("also of the second room");
        assertThat(leaders.of("reconnect")).isEmpty();
      }
    }
    assertThat(split.seen(split.ana)).doesNotContain(SECRET);
    split.merge();
    assertThat(split.seen(split.ana)).contains(SECRET, "of the second room");
  }

  @Test
  void whoeverJoinsLateSeesTheirRoomAndPostsOnlyWithASeat() {
    SplitBoard split = new SplitBoard("sharing-started", false).split();
    split.board.posted(split.ana, SECRET);
    Person late = split.board.stranger("participant");
    split.board.post(late, Map.of("text", "too early")).statusCode(503);
    assertThat(split.seen(late)).doesNotContain(SECRET);
    try (LiveStream early = split.stream(late, null).awaitEvent("snapshot")) {
      split.board.publish(
          "participant-joined",
          event -> event.put("participantId", late.id().toString()).put("room", 1));
      early.awaitEvent("reconnect");
    }
    assertThat(split.seen(late)).contains(SECRET);
    UUID idea = split.board.posted(late, "just in time");
    assertThat(split.seen(split.abe)).contains("just in time");
    split.board.as(split.ben).get(split.board.idea(idea)).then().statusCode(404);
  }

  @Test
  void sharingPutsIdeasIntoTheRoomsOfTheirAuthors() {
    SplitBoard split = new SplitBoard("quiet-started", false);
    UUID anas = split.board.posted(split.ana, SECRET);
    split.board.post(split.ana, Map.of("text", "built on it", "parentId", anas)).statusCode(201);
    split.split();
    split.board.posted(split.ben, "of the second room");
    assertThat(split.seen(split.leader)).doesNotContain(SECRET, "\"rooms\"");
    split.board.begin("sharing-started");
    assertThat(split.seen(split.abe)).contains(SECRET, "built on it").doesNotContain("second room");
    assertThat(split.seen(split.ben)).contains("second room").doesNotContain(SECRET, "built on");
    assertThat(split.events()).doesNotContain(SECRET, "second room");
    split.board.begin("converging-started");
    assertThat(split.seen(split.ben)).contains(SECRET, "built on it", "second room");
    assertThat(split.roomOf(split.ana)).isNull();
    split.board.events("shared", 3);
  }

  @Test
  void anAnonymousIdeaGoesToTheRoomInWhichItWasWritten() {
    SplitBoard split = new SplitBoard("quiet-started", true);
    split.board.posted(split.ana, "before there were rooms");
    split.split();
    split.board.posted(split.ana, SECRET);
    split.board.begin("sharing-started");
    assertThat(split.seen(split.ben)).contains("before there were rooms").doesNotContain(SECRET);
    split
        .board
        .as(split.ben)
        .get("/api/boards/{id}", split.board.session)
        .then()
        .body("ideas[0].room", nullValue());
    assertThat(split.seen(split.abe)).contains("before there were rooms", SECRET);
  }

  @Test
  void closingMergesTheRooms() {
    SplitBoard split = new SplitBoard("sharing-started", false).split();
    split.board.posted(split.ana, SECRET);
    split.board.begin("closing");
    assertThat(split.seen(split.ben)).contains(SECRET);
    List<TestEvents.Event> sealed = split.board.events("board-sealed", 1);
    assertThat(sealed.get(0).payload().get("ideas").asInt()).isEqualTo(1);
    split.board.events("shared", 1);
  }

  @Test
  void itemsStayInTheirRoom() {
    SplitBoard split = new SplitBoard("sharing-started", false);
    UUID everybodys = split.board.posted(split.ana, "of everybody");
    split.split();
    UUID anas = split.board.posted(split.ana, SECRET);
    UUID bens = split.board.posted(split.ben, "of the second room");
    refused(
        split.add(split.leader, "groups", Map.of("name", "x", "ideaIds", List.of(anas, bens))),
        "other-room");
    refused(
        split.add(split.ana, "groups", Map.of("name", "x", "ideaIds", List.of(anas, everybodys))),
        "other-room");
    refused(
        split
            .board
            .as(split.leader)
            .body(Map.of("parentId", bens))
            .patch(split.board.idea(anas))
            .then(),
        "other-room");
    refused(split.add(split.ana, "topics", Map.of("title", "A topic")), "rooms-open");
    split.add(split.leader, "topics", Map.of("title", "A topic")).statusCode(201);
    refused(focus(split, "idea", anas), "rooms-open");
    focus(split, "idea", everybodys).statusCode(204);
    // the facilitator is in room 2; what builds on an idea of room 1 stays there
    split
        .board
        .post(split.leader, Map.of("text", "by the leader", "parentId", anas))
        .statusCode(201);
    assertThat(split.seen(split.abe)).contains("by the leader");
    assertThat(split.seen(split.ben)).doesNotContain("by the leader");
  }

  @Test
  void aGroupOfAnotherRoomLooksAbsent() {
    SplitBoard split = new SplitBoard("sharing-started", false).split();
    UUID group = split.added(split.ana, "groups", Map.of("name", "Secret group"));
    assertThat(split.seen(split.abe)).contains("Secret group");
    assertThat(split.seen(split.ben)).doesNotContain("Secret group", group.toString());
    String path = "/api/boards/" + split.board.session + "/groups/" + group;
    split.board.as(split.ben).body(Map.of("name", "x")).patch(path).then().statusCode(404);
    split.board.as(split.ben).delete(path).then().statusCode(404);
    split.board.as(split.ben).post(path + "/restore").then().statusCode(404);
    refused(
        split.add(split.ben, "groups", Map.of("id", group, "name", "Secret group")), "id-in-use");
    refused(focus(split, "group", group), "rooms-open");
    split.board.as(split.abe).delete(path).then().statusCode(204);
    split.board.as(split.ben).delete(path).then().statusCode(404);
    split.merge();
    assertThat(split.events()).doesNotContain("Secret group");
  }

  @Test
  void removedContentOfARoomIsPublishedWithTheMerge() {
    SplitBoard split = new SplitBoard("sharing-started", false).split();
    UUID idea = split.board.posted(split.ana, SECRET);
    split.board.as(split.leader).post(split.board.idea(idea) + "/take-down").then().statusCode(200);
    assertThat(split.seen(split.abe)).contains("removed by the facilitator");
    assertThat(split.events()).doesNotContain(idea.toString());
    split.merge();
    split.board.events("taken-down", 1);
    assertThat(split.events()).doesNotContain(SECRET);
    assertThat(split.board.events("taken-down", 1).get(0).payload().get("removedBy").asText())
        .isEqualTo("facilitator");
  }

  @Test
  void anIdeaThatIsBroughtBackStaysInItsRoom() {
    SplitBoard split = new SplitBoard("sharing-started", false).split();
    UUID idea = split.board.posted(split.ana, SECRET);
    split.board.as(split.ana).delete(split.board.idea(idea)).then().statusCode(204);
    split.board.as(split.ana).post(split.board.idea(idea) + "/restore").then().statusCode(200);
    assertThat(split.seen(split.abe)).contains(SECRET);
    assertThat(split.seen(split.ben)).doesNotContain(SECRET);
    assertThat(split.events()).doesNotContain(SECRET);
    await("the count")
        .until(() -> split.board.view(split.ben).getInt("counts.rooms[0].ideas") == 1);
  }

  private static ValidatableResponse focus(SplitBoard split, String kind, UUID id) {
    return split
        .board
        .as(split.leader)
        .body(Map.of("kind", kind, "id", id))
        .put("/api/boards/{id}/focus", split.board.session)
        .then();
  }

  private static void refused(ValidatableResponse answer, String problem) {
    answer.statusCode(409).body("type", endsWith("#" + problem));
  }
}
