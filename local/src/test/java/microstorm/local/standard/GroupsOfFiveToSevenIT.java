package microstorm.local.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import microstorm.client.Person;
import org.junit.jupiter.api.Test;

/** "Groups of five to seven people are usually most effective." */
class GroupsOfFiveToSevenIT {

  private static final String SECRET = "Zebrafinken of the first room";

  private final Brainstorm session = Brainstorm.planned();

  @Test
  void aSmallGroupGetsAdviceAndMayBegin() {
    session.participant("Ana");
    JsonNode group = session.session().path("group");
    assertThat(group.path("people").asInt()).isEqualTo(2);
    assertThat(group.path("advice").asText()).contains("5");
    session.quiet();
  }

  @Test
  void aLargeGroupIsSplitIntoRoomsAndMergedAgain() {
    for (int n = 1; n <= 12; n++) {
      session.participant("Participant " + n);
    }
    assertThat(session.session().path("group").path("advice").asText()).contains("7");
    JsonNode rooms = session.facilitator().inSession("/rooms", Map.of()).expect(201).path("items");
    assertThat(StreamSupport.stream(rooms.spliterator(), false))
        .allSatisfy(room -> assertThat(room.path("participants").size()).isBetween(5, 7))
        .hasSize(2);
    session.eventually(
        () ->
            StreamSupport.stream(
                        session.facilitator().board().path("participants").spliterator(), false)
                    .filter(seat -> seat.hasNonNull("room"))
                    .count()
                == 13);
    session.facilitator().inSession("DELETE", "/rooms").expect(204);
    session.eventually(() -> !session.facilitator().board().toString().contains("\"room\""));
  }

  @Test
  void ideasOfAllRoomsAreSharedWithEveryoneAfterTheMerge() {
    Person ana = session.participant("Ana");
    List<Person> others = List.of(session.participant("Ben"), session.participant("Cleo"));
    session.to("lobby").expect(200);
    JsonNode rooms =
        session.facilitator().inSession("/rooms", Map.of("size", 2)).expect(201).path("items");
    Person otherRoom =
        others.stream().filter(p -> room(rooms, p) != room(rooms, ana)).findFirst().orElseThrow();
    session.to("quiet").expect(200);
    session.eventually(() -> ana.board().path("phase").asText().equals("quiet"));
    try (Watch anas = Watch.of(session, ana);
        Watch theirs = Watch.of(session, otherRoom)) {
      ana.writes("Written in Ana's room");
      otherRoom.writes("Written in another room");
      session.eventually(() -> sees(anas, "Written in Ana's room"));
      session.facilitator().inSession("DELETE", "/rooms").expect(204);
      session.eventually(() -> !ana.board().toString().contains("\"room\""));
      assertThat(theirs.text()).doesNotContain("Written in Ana's room");

      session.sharing();
      session.eventually(() -> sees(theirs, "Written in Ana's room"));
      session.eventually(() -> sees(anas, "Written in another room"));
    }
  }

  /** The controls are the roommate, the facilitator, and everybody after the merge. */
  @Test
  void anIdeaOfARoomReachesNobodyElseUntilTheMerge() {
    Person ana = session.participant("Ana");
    Person ben = session.participant("Ben");
    Person observer = session.observer();
    session.quiet().sharing();
    session.facilitator().inSession("/rooms", Map.of("size", 3)).expect(201);
    move(ana, 1);
    move(ben, 2);
    session.eventually(() -> ben.board().toString().contains("\"room\":2"));
    Person late = session.participant("Cleo");
    try (Watch bens = Watch.of(session, ben);
        Watch observers = Watch.of(session, observer)) {
      ana.writes(SECRET);
      session.eventually(() -> bens.text().contains("room-counts"));
      session.eventually(() -> session.facilitator().board().toString().contains(SECRET));
      for (Person person : List.of(ben, observer)) {
        assertThat(everything(person)).doesNotContain(SECRET).contains("\"ideas\":1");
      }
      assertThat(session.report().toString()).doesNotContain(SECRET);
      move(late, 1);
      session.eventually(() -> late.board().toString().contains(SECRET));

      session.facilitator().inSession("DELETE", "/rooms").expect(204);
      session.eventually(() -> sees(bens, SECRET) && sees(observers, SECRET));
      session.eventually(() -> everything(ben).split(SECRET, -1).length == 3);
      assertThat(ben.board().path("ideas").get(0).path("room").asInt()).isEqualTo(1);
    }
    JsonNode idea = session.closed().path("ideas").get(0);
    assertThat(idea.path("text").asText()).isEqualTo(SECRET);
    assertThat(idea.path("room").asInt()).isEqualTo(1);
  }

  private void move(Person person, int room) {
    session
        .facilitator()
        .inSession("PUT", "/participants/" + person.id() + "/room", Map.of("room", room))
        .expect(200);
  }

  /** What a person can read of a session: board, session, report. */
  private String everything(Person person) {
    return person.board().toString()
        + person.inSession("GET", "").expect(200)
        + session.api().send("GET", "/api/reports/" + session.id(), person.token()).expect(200)
        + person.onBoard("GET", "/results").json();
  }

  private static boolean sees(Watch watch, String text) {
    return watch.events("idea").anyMatch(idea -> idea.path("text").asText().equals(text));
  }

  private static int room(JsonNode rooms, Person person) {
    return StreamSupport.stream(rooms.spliterator(), false)
        .filter(room -> room.path("participants").toString().contains(person.id()))
        .map(room -> room.path("number").asInt())
        .findFirst()
        .orElseThrow();
  }
}
