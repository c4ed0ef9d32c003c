package microstorm.idea.vote;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;

/** A group in the converging phase with a few ideas. */
public final class Choosing {

  /** The criterion of the golden sample. */
  public static final UUID CRITERION = UUID.fromString("0190a000-0000-7000-8000-000000000004");

  /** The board. */
  public final LiveBoard board = LiveBoard.in("sharing-started", true);

  /** The author of the ideas. */
  public final Person author = board.join("participant");

  /** The ideas. */
  public final List<UUID> ideas = new ArrayList<>();

  /** Begins the converging phase with this number of ideas. */
  public Choosing(int count) {
    for (int i = 0; i < count; i++) {
      ideas.add(board.posted(author, "idea " + i));
    }
    board.begin("converging-started");
  }

  /** Gives a dot to an idea. */
  public Response vote(Person person, UUID idea) {
    return vote(person, Map.of("ideaId", idea));
  }

  /** Gives a dot. */
  public Response vote(Person person, Map<String, ?> vote) {
    return board.as(person).body(vote).post("/api/boards/{id}/votes", board.session);
  }

  /** Takes a dot back. */
  public Response retract(Person person, UUID idea) {
    return board.as(person).delete("/api/boards/{id}/votes/{idea}", board.session, idea);
  }

  /** Marks an idea. */
  public Response mark(Person person, UUID idea, int value) {
    return board
        .as(person)
        .body(Map.of("ideaId", idea, "criterionId", CRITERION, "value", value))
        .post("/api/boards/{id}/marks", board.session);
  }
}
