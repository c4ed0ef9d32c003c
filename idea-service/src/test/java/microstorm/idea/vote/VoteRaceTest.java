package microstorm.idea.vote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.idea.AtOnce;
import microstorm.idea.idea.Rows;
import microstorm.testing.Patience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R11: many clients race for the last dot, and against the end of the converging phase. */
@IdeaServiceTest
class VoteRaceTest {

  private static final int CLIENTS = 64;
  private static final int LIMIT = 3;

  private Choosing group;
  private Person voter;

  @BeforeEach
  void converge() {
    group = new Choosing(1);
    voter = group.board.join("participant");
  }

  private long stored() {
    return Rows.number("select count(*) from vote where session_id = ?", group.board.session);
  }

  @Test
  void aRaceNeverExceedsTheLimit() {
    group.vote(voter, group.ideas.get(0)).then().statusCode(201);
    group.vote(voter, group.ideas.get(0)).then().statusCode(201);
    List<Response> race = AtOnce.each(CLIENTS, client -> group.vote(voter, group.ideas.get(0)));
    assertThat(race).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
    assertThat(race)
        .filteredOn(answer -> answer.statusCode() == 409)
        .hasSize(CLIENTS - 1)
        .allMatch(answer -> answer.<String>path("type").endsWith("#vote-limit"));
    assertThat(stored()).isEqualTo(LIMIT);
  }

  /** The statement alone keeps the limit, without the lock on the board. */
  @Test
  void theDatabaseKeepsTheLimitWithoutTheLock() {
    List<Integer> put = AtOnce.each(CLIENTS, client -> VoteRows.put(group, voter, LIMIT));
    assertThat(put.stream().mapToInt(Integer::intValue).sum()).isBetween(1, LIMIT);
    while (VoteRows.put(group, voter, LIMIT) == 1) {
      assertThat(stored()).isLessThanOrEqualTo(LIMIT);
    }
    assertThat(stored()).isEqualTo(LIMIT);
  }

  /** The control: counting first and inserting afterwards breaks the limit in the same race. */
  @Test
  void checkThenInsertBreaksTheLimit() {
    List<Boolean> mayPut = AtOnce.each(CLIENTS, client -> stored() < LIMIT);
    AtOnce.each(CLIENTS, n -> mayPut.get(n) ? VoteRows.putInto(n + 1, group, voter) : 0);
    assertThat(stored()).isGreaterThan(LIMIT);
  }

  @Test
  void nothingIsAcceptedAfterTheSeal() {
    List<Person> voters =
        IntStream.range(0, CLIENTS)
            .mapToObj(client -> group.board.stranger("participant"))
            .toList();
    AtomicInteger answered = new AtomicInteger();
    CompletableFuture<List<Integer>> race =
        CompletableFuture.supplyAsync(
            () -> AtOnce.each(CLIENTS, n -> voteUntilTheEnd(voters.get(n), answered)));
    Patience.await("the race is on").until(() -> answered.get() >= 2 * CLIENTS);
    group.board.publish("closing", event -> {});
    int kept = race.join().stream().mapToInt(Integer::intValue).sum();

    JsonNode counted = group.board.events("votes-counted", 1).get(0).payload();
    long seal = group.board.events("board-sealed", 1).get(0).payload().get("seq").asLong();
    assertThat(sum(counted)).isEqualTo(kept).isEqualTo((int) stored());
    assertThat(group.board.events())
        .filteredOn(event -> event.type().contains(".vote-"))
        .allMatch(event -> event.payload().get("seq").asLong() < counted.get("seq").asLong());
    assertThat(group.board.view(voter).getLong("seq")).isEqualTo(seal);
    // the control of the comparison: a dot that bypasses the service is found
    VoteRows.put(group, voter, LIMIT);
    assertThat(sum(counted)).isNotEqualTo((int) stored());
  }

  /** Gives dots and takes them back until the end. Returns the number of dots that are left. */
  private int voteUntilTheEnd(Person person, AtomicInteger answered) {
    int mine = 0;
    while (true) {
      boolean full = mine == LIMIT;
      Response answer =
          full ? group.retract(person, group.ideas.get(0)) : group.vote(person, group.ideas.get(0));
      answered.incrementAndGet();
      if (answer.statusCode() >= 400) {
        assertThat(answer.<String>path("type")).endsWith("#session-closed");
        return mine;
      }
      mine += full ? -1 : 1;
    }
  }

  private static int sum(JsonNode counted) {
    return StreamSupport.stream(counted.get("votes").spliterator(), false)
        .mapToInt(votes -> votes.get("votes").asInt())
        .sum();
  }
}
