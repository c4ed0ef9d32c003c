package microstorm.local.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** "Groups of five to seven people are usually most effective." */
class GroupsOfFiveToSevenIT {

  private final Brainstorm session = Brainstorm.planned();

  @Test
  void aSmallGroupIsAdvisedAndNotStopped() {
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
}
