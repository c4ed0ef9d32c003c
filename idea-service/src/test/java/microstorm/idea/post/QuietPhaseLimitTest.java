package microstorm.idea.post;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.OtherSettings;
import org.junit.jupiter.api.Test;

/**
 * In the quiet phase no refusal shows how much others write, not even to somebody with many seats.
 * The control is {@link PostLimitsTest#theLimitOfTheBoardRevealsHowMuchOthersWrote}.
 */
@IdeaServiceTest
@TestProfile(OtherSettings.class)
class QuietPhaseLimitTest {

  /** With two seats and a board of 24 ideas: three for each of them, 18 for later seats. */
  private static final int EACH = 3;

  private LiveBoard board;
  private Person person;
  private Person other;

  private void begin() {
    board = new LiveBoard();
    board.plan(false);
    board.begin("lobby-opened");
    person = board.join("participant");
    other = board.join("participant");
    board.join("observer");
    board.begin("quiet-started");
  }

  private void post(Person author, int ideas) {
    for (int i = 0; i < ideas; i++) {
      board.posted(author, "an idea");
    }
  }

  private void refused(Person author, int allowance) {
    board
        .post(author, Map.of("text", "one more"))
        .statusCode(409)
        .body("type", endsWith("#too-many-ideas"))
        .body("detail", containsString("at most " + allowance + " ideas"));
  }

  @Test
  void eachSeatHasItsAllowance() {
    begin();
    post(person, EACH);
    refused(person, EACH);
    post(other, EACH);
    refused(other, EACH);
    Person late = board.join("participant");
    post(late, 2);
    refused(late, 2);
  }

  @Test
  void withdrawnIdeasCountAndRetriesDoNot() {
    begin();
    post(person, EACH - 1);
    String id = UUID.randomUUID().toString();
    for (int status : List.of(201, 200)) {
      board.post(person, Map.of("id", id, "text", "sent twice")).statusCode(status);
    }
    board.as(person).delete(board.ideas() + "/" + id).then().statusCode(204);
    refused(person, EACH);
    board.begin("sharing-started");
    board.posted(person, "the control: still room");
  }

  /** Everything that somebody learns who joins ten more times and writes as much as possible. */
  private List<String> learnedWithManySeats(int othersWrite) {
    begin();
    post(other, othersWrite);
    List<String> learned = new ArrayList<>();
    for (int seat = 0; seat < 10; seat++) {
      learned.add(learnedBy(seat == 0 ? person : board.join("participant")));
    }
    post(other, EACH - othersWrite); // the others keep their room
    return learned;
  }

  /** Writes as much as possible. */
  private String learnedBy(Person mine) {
    Response answer;
    int accepted = 0;
    do {
      answer = board.as(mine).body(Map.of("text", "an idea")).post(board.ideas());
      accepted++;
    } while (answer.statusCode() == 201);
    return (accepted - 1) + answer.<String>path("type") + answer.path("detail");
  }

  private void goBackToTheLobby() {
    board.publish("phase-reverted", event -> event.put("to", "lobby"));
    await("the lobby").until(() -> board.view(board.owner()).getString("phase").equals("lobby"));
  }

  /** The ideas of the first quiet phase stay hidden. */
  private List<String> learnedInASecondQuietPhase(int othersWrite) {
    begin();
    post(other, othersWrite);
    goBackToTheLobby();
    Person late = board.join("participant");
    board.begin("quiet-started");
    List<String> learned =
        new ArrayList<>(
            List.of(learnedBy(person), learnedBy(late), learnedBy(board.join("participant"))));
    goBackToTheLobby();
    board.begin("quiet-started");
    learned.add(learnedBy(person));
    post(other, EACH - othersWrite); // the others keep their room
    return learned;
  }

  @Test
  void aSecondQuietPhaseRevealsNothingAboutTheFirst() {
    List<String> whenNobodyWrote = learnedInASecondQuietPhase(0);
    assertThat(whenNobodyWrote.get(0)).startsWith(Integer.toString(EACH));
    assertThat(whenNobodyWrote.get(3)).startsWith("0").contains("at most " + EACH);
    assertThat(whenNobodyWrote)
        .allMatch(refusal -> refusal.contains("#too-many-ideas"))
        .isEqualTo(learnedInASecondQuietPhase(EACH));
  }

  @Test
  void manySeatsRevealNothingAboutOthers() {
    List<String> whileNobodyWrites = learnedWithManySeats(0);
    assertThat(whileNobodyWrites)
        .allMatch(refusal -> refusal.contains("#too-many-ideas"))
        .isEqualTo(learnedWithManySeats(EACH));
  }

  /** Before the event about a person arrives, nothing is known but the number of seats. */
  @Test
  void aPersonWhoIsNotKnownYetCanWriteAsMuchAsTheNextOne() {
    begin();
    Person stranger = board.stranger("participant");
    post(stranger, 2);
    refused(stranger, 2);
  }
}
