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
