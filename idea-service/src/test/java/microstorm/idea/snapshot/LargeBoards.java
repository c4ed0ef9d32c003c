package microstorm.idea.snapshot;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.restassured.response.ValidatableResponse;
import java.util.Random;
import microstorm.idea.stream.TestBoard;
import microstorm.idea.stream.TestBoard.Person;

/** Boards whose size matters, and requests for them. */
public final class LargeBoards {

  /**
   * Enough ideas to exceed the share of a session, and the socket buffers of a client that does not
   * read.
   */
  private static final int IDEAS = 100;

  /** Text that cannot be compressed much. */
  private static final String LONG =
      new Random(1)
          .ints(100_000, 'A', 'z')
          .filter(Character::isLetter)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();

  private LargeBoards() {}

  /** Writes a board that is larger than the share of a session, and returns its writer. */
  public static Person fill(TestBoard board) {
    Person person = board.plan().join("participant");
    for (int i = 0; i < IDEAS; i++) {
      board.write(person, i + LONG, true);
    }
    return person;
  }

  public static ValidatableResponse read(TestBoard board, Person who) {
    return given()
        .auth()
        .oauth2(who.token())
        .header("If-None-Match", "W/\"none\"")
        .get("/api/boards/{id}", board.session)
        .then()
        .header("Content-Type", containsString("json"));
  }
}
