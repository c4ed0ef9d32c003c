package microstorm.session.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import microstorm.session.LiveSession;
import microstorm.session.LiveSession.Member;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A large group is split into rooms, is split again, and is merged. */
@SessionServiceTest
class RoomTest {

  private static final int PEOPLE = 11;

  private LiveSession session;
  private Member observer;
  private final List<Member> members = new ArrayList<>();

  @BeforeEach
  void gather() {
    session = new LiveTeam("Large").plan(Map.of()).through("lobby");
    for (int i = 0; i < PEOPLE; i++) {
      members.add(session.join("participant"));
    }
    observer = session.join("observer");
  }

  private ValidatableResponse split(Map<String, ?> body) {
    return session.post(session.owner, "/rooms", body);
  }

  private ValidatableResponse move(Member member, int room) {
    return LiveTeam.as(session.owner)
        .body(Map.of("room", room))
        .put("/api/sessions/{id}/participants/{participantId}/room", session.id, member.id())
        .then();
  }

  private static void refused(ValidatableResponse answer, String name) {
    answer.statusCode(409).body("type", equalTo("/api/problems#" + name));
  }

  private static void forbidden(ValidatableResponse answer, String name) {
    answer.statusCode(403).body("type", equalTo("/api/problems#" + name));
  }

  @Test
  void everyParticipantHasARoomOfTheRightSize() {
    session.get(session.owner).body("group.advice", containsString("splitting it into rooms"));
    List<List<String>> rooms =
        split(Map.of("seed", 7)).statusCode(201).extract().path("items.participants.participantId");
    assertThat(rooms).extracting(List::size).containsExactlyInAnyOrder(6, 5);
    assertThat(rooms.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(
            members.stream().map(member -> member.id().toString()).toList());
    assertThat(session.event("rooms-formed").getList("rooms.participants")).isEqualTo(rooms);
    session
        .get(members.get(0).token())
        .body("rooms.participants.participantId", equalTo(rooms))
        .body("rooms[0].participants[0].name", startsWith("Participant "))
        .body("group.advice", nullValue());
    assertThat(split(Map.of("seed", 7)).extract().<Object>path("items.participants.participantId"))
        .isEqualTo(rooms);
    assertThat(split(Map.of("seed", 8)).extract().<Object>path("items.participants.participantId"))
        .isNotEqualTo(rooms);
  }

  @Test
  void theRequestCanMakeRoomsSmaller() {
    split(Map.of("size", 3)).statusCode(201).body("items", hasSize(4));
    split(Map.of("size", 1)).statusCode(400);
    split(Map.of()).statusCode(201).body("items", hasSize(2));
    LiveTeam.as(session.owner).post("/api/sessions/{id}/rooms", session.id).then().statusCode(400);
    LiveTeam.as(session.owner)
        .body("null")
        .post("/api/sessions/{id}/rooms", session.id)
        .then()
        .statusCode(400);
  }

  @Test
  void aParticipantMovesToAnotherOrANewRoomAndRoomsAreMerged() {
    refused(move(members.get(0), 1), "no-rooms");
    split(Map.of()).statusCode(201);
    move(members.get(0), 3).statusCode(200).body("items", hasSize(3));
    move(members.get(0), 5)
        .statusCode(400)
        .body("errors", equalTo(List.of(Map.of("field", "room", "message", "must be at most 4"))))
        .body("detail", equalTo("room must be at most 4."));
    session.list(session.owner).body("items[0].room", equalTo(3));
    session.delete(session.owner, "/rooms").statusCode(204);
    session.delete(session.owner, "/rooms").statusCode(204);
    session.event("rooms-merged");
    assertThat(session.types()).containsOnlyOnce("rooms-merged");
    LiveTeam.as(members.get(0).token())
        .get("/api/sessions/{id}/rooms", session.id)
        .then()
        .body("items", hasSize(0));
  }

  @Test
  void observersAreInNoRoom() {
    split(Map.of("seed", 7)).statusCode(201);
    Object rooms = session.event("rooms-formed").get("rooms.participants");
    forbidden(move(observer, 1), "observer");
    forbidden(move(observer, 3), "observer");
    LiveTeam.as(session.owner)
        .get("/api/sessions/{id}/rooms", session.id)
        .then()
        .body("items.participants.participantId", equalTo(rooms));
    session.list(session.owner).body("items.find { it.role == 'observer' }.room", nullValue());
  }

  @Test
  void whoeverJoinsLateGetsTheSmallestRoom() {
    split(Map.of("seed", 7)).statusCode(201);
    int smaller =
        session.get(session.owner).extract().<List<List<?>>>path("rooms.participants").get(0).size()
                == 5
            ? 1
            : 2;
    Member late = session.join("participant");
    session.list(late.token()).body(roomOf(late), equalTo(smaller));
    assertThat(session.event("participant-joined").getInt("room")).isEqualTo(smaller);
    Member observing = session.join("observer");
    session.list(late.token()).body(roomOf(observing), nullValue());
    assertThat(session.event("participant-joined").<Object>get("room")).isNull();
    session.delete(session.owner, "/rooms").statusCode(204);
    session.list(late.token()).body(roomOf(session.join("participant")), nullValue());
  }

  private static String roomOf(Member member) {
    return "items.find { it.participantId == '%s' }.room".formatted(member.id());
  }

  @Test
  void theRejoinKeyLeadsBackToTheRoom() {
    split(Map.of("size", 3)).statusCode(201);
    JsonPath joined = session.tryJoin(Map.of("name", "Ana")).extract().jsonPath();
    Member ana = new Member(joined.getUUID("participantId"), joined.getString("token"));
    move(ana, 4).statusCode(200);
    String again =
        session
            .post(
                ana.token(),
                "/participants/rejoin",
                Map.of("rejoinKey", joined.getString("rejoinKey")))
            .statusCode(200)
            .extract()
            .path("token");
    session.list(again).body(roomOf(ana), equalTo(4));
  }

  @Test
  void roomsMergeWhenTheSharingPhaseEnds() {
    session = new LiveTeam("Large").plan(Map.of("quietMinutes", 1)).through("lobby");
    Member ana = session.join("participant");
    split(Map.of()).statusCode(201);
    session.through("quiet");
    session.post(ana.token(), "/ready", Map.of("ready", true)).statusCode(200);
    session.through("sharing");
    session.list(ana.token()).body(roomOf(ana), equalTo(1));
    session.through("converging");
    session.event("rooms-merged");
    assertThat(session.types().indexOf("rooms-merged"))
        .isLessThan(session.types().indexOf("converging-started"));
    session.list(ana.token()).body(roomOf(ana), nullValue());
    refused(split(Map.of()), "too-late-for-rooms");
    refused(move(ana, 1), "no-rooms");
  }

  @Test
  void roomsStayOpenWhenEverybodyHasLeftThem() {
    split(Map.of()).statusCode(201);
    members.forEach(
        member -> session.delete(member.token(), "/participants/" + member.id()).statusCode(204));
    Member late = session.join("participant");
    session.list(late.token()).body(roomOf(late), equalTo(1));
    session.delete(late.token(), "/participants/" + late.id()).statusCode(204);
    session.delete(session.owner, "/rooms").statusCode(204);
    session.event("rooms-merged");
  }

  @Test
  void onlyFacilitatorsSplitTheGroup() {
    String token = members.get(0).token();
    forbidden(session.post(token, "/rooms", Map.of()), "not-facilitator");
    forbidden(session.delete(token, "/rooms"), "not-facilitator");
    LiveSession empty = new LiveTeam("Empty").plan(Map.of());
    refused(empty.post(empty.owner, "/rooms", Map.of()), "nobody-present");
    empty.get(empty.owner).body("group.advice", containsString("inviting"));
  }
}
