package microstorm.idea.silence;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.idea.Rows;
import microstorm.idea.vote.Choosing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nobody can find out how much others write in the quiet phase, or that they give dots and marks.
 */
@IdeaServiceTest
class SilentNumbersTest {

  private static final String COUNT = "update board set clock_since = null where session_id = '%s'";

  private Person other;

  private LiveBoard quiet() {
    LiveBoard board = LiveBoard.in("quiet-started", false);
    other = board.join("participant");
    return board;
  }

  /**
   * The onlooker writes, others write this many ideas, and then the onlooker writes again and
   * checks everything.
   */
  private Onlooker watch(LiveBoard board, int others) {
    Onlooker onlooker = new Onlooker(board);
    onlooker.look();
    onlooker.write("the first idea");
    for (int i = 0; i < others; i++) {
      board.posted(other, "not for you " + i);
    }
    onlooker.look();
    onlooker.write("the second idea");
    onlooker.look();
    onlooker.probe();
    return onlooker;
  }

  @Test
  void aBoardLooksTheSameHoweverMuchOthersWrite() {
    Onlooker alone = watch(quiet(), 0);
    assertThat(alone.learned()).isEmpty();
    for (int others : List.of(5, 50)) {
      Onlooker among = watch(quiet(), others);
      assertThat(among.seen()).containsExactlyElementsOf(alone.seen());
      assertThat(among.learned()).isEmpty();
    }
  }

  /** The control: on a board that counts its changes the onlooker learns how many there were. */
  @ParameterizedTest
  @ValueSource(ints = {5, 50})
  void aBoardThatCountsChangesRevealsHowMuchOthersWrite(int others) {
    LiveBoard board = quiet();
    Rows.execute(COUNT.formatted(board.session));
    assertThat(watch(board, others).learned()).isEqualTo(OptionalLong.of(others));
  }

  @Test
  void hiddenChangesDoNotChangeTheBoardThatOthersRead() {
    LiveBoard board = quiet();
    Person me = board.join("participant");
    board.posted(me, "mine");
    String before = read(board, me);
    UUID theirs = board.posted(other, "not for you");
    board.as(other).body(Map.of("text", "otherwise")).patch(board.idea(theirs));
    board.post(other, Map.of("text", "on it", "parentId", theirs)).statusCode(201);
    board.as(other).delete(board.idea(theirs)).then().statusCode(204);
    assertThat(read(board, me)).isEqualTo(before);

    board.join("observer"); // the control: a change that everybody may see does change it
    assertThat(read(board, me)).isNotEqualTo(before);
  }

  @Test
  void dotsAndMarksDoNotChangeTheBoardThatOthersRead() {
    Choosing group = new Choosing(3);
    LiveBoard board = group.board;
    Person me = board.join("participant");
    Person voter = board.join("participant");
    group.vote(me, group.ideas.get(0)).then().statusCode(201);
    String before = read(board, me);
    group.vote(voter, group.ideas.get(1)).then().statusCode(201);
    group.mark(voter, group.ideas.get(2), 4).then().statusCode(200);
    group.retract(voter, group.ideas.get(1)).then().statusCode(200);
    assertThat(read(board, me)).isEqualTo(before);

    group.vote(me, group.ideas.get(2)).then().statusCode(201); // the control
    assertThat(read(board, me)).isNotEqualTo(before);
  }

  /** Not even with a second seat as facilitator or participant. */
  @Test
  void aLeaderDoesNotLearnWhetherTheOnlyOtherPersonHasWritten() {
    LiveBoard board = quiet();
    Person leader = board.join("facilitator");
    board.join("facilitator");
    board.join("participant");
    String before = read(board, leader);
    String ownerBefore = read(board, board.owner());
    board.posted(other, "not for you");
    assertThat(read(board, leader)).isEqualTo(before);
    assertThat(read(board, board.owner())).isEqualTo(ownerBefore);

    board.join("participant"); // the control: among three participants nobody is recognisable
    assertThat(board.view(leader).getInt("counts.writers")).isEqualTo(1);
    assertThat(board.view(leader).getInt("counts.silent")).isEqualTo(2);
    assertThat(board.view(other).getString("counts.writers")).isNull();
  }

  /** Cancelling can be undone, so its ideas are still hidden. */
  @Test
  void aCancelledSessionShowsOthersNoNumbers() {
    LiveBoard board = quiet();
    Person leader = board.join("facilitator");
    board.posted(other, "not for you");
    board.publish("cancelled", event -> {});
    await("the end").until(() -> board.view(leader).getString("phase").equals("cancelled"));
    for (Person person : List.of(other, leader, board.owner())) {
      assertThat(board.view(person).getString("counts.writers")).isNull();
    }
    board.publish("phase-reverted", event -> event.put("to", "planned"));
    board.join("participant");
    board.join("participant");
    board.publish("cancelled", event -> {});
    await("the end").until(() -> board.view(leader).getString("phase").equals("cancelled"));
    assertThat(board.view(other).getString("counts.writers")).isNull();
    assertThat(board.view(leader).getInt("counts.writers"))
        .as("the control: leaders of three participants")
        .isEqualTo(1);
  }

  /** Boards of the previous version have no count. */
  @Test
  void withoutACountTheWritersCount() {
    LiveBoard board = quiet();
    board.join("participant");
    board.join("participant");
    board.posted(other, "one");
    Rows.execute(
        "update board set participants_written = null where session_id = '" + board.session + "'");
    assertThat(board.view(board.owner()).getInt("counts.writers")).isEqualTo(1);
    assertThat(board.view(board.owner()).getInt("counts.silent")).isEqualTo(2);
  }

  /** The board and its entity tag. */
  private static String read(LiveBoard board, Person person) {
    Response answer = board.as(person).get("/api/boards/{id}", board.session);
    return answer.header("ETag") + " " + LiveBoard.withoutTime(answer.asString());
  }
}
