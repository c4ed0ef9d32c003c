package microstorm.idea.post;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.Impatient;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.idea.AtOnce;
import microstorm.idea.idea.Rows;
import org.junit.jupiter.api.Test;

/** A locked board delays only the posts to this board. */
@IdeaServiceTest
@TestProfile(Impatient.class)
class LockedBoardTest {

  /** The share of a team and of a client. */
  private static final int HELD = Impatient.SHARE;

  /** More requests than there are database connections. */
  private static final int FLOOD = 24;

  @Inject MeterRegistry meters;

  private double waiting() {
    return meters.get("microstorm.posts.waiting").gauge().value();
  }

  @Test
  void theTeamGetsAShareOfTheQueueAndPostsToOtherBoardsAreAnswered() throws SQLException {
    LiveBoard held = LiveBoard.in("quiet-started", false);
    LiveBoard free = LiveBoard.in("quiet-started", false);
    Person author = held.join("participant");
    Person other = free.join("participant");
    List<CompletableFuture<Response>> posts = new ArrayList<>();
    try (Connection connection = Rows.connect()) {
      Rows.hold(connection, held.session);
      for (int i = 1; i <= HELD; i++) {
        String text = "held " + i;
        posts.add(
            CompletableFuture.supplyAsync(
                () -> held.as(author).body(Map.of("text", text)).post(held.ideas())));
        int queued = i;
        await("the post is in the queue").until(() -> waiting() == queued);
      }
      held.post(author, Map.of("text", "beyond the share"))
          .statusCode(429)
          .header("Retry-After", "1")
          .body("type", endsWith("#too-many-requests"));
      // refused before its text is parsed: a parsed post of this kind is invalid
      held.post(author, Map.of("text", "no sides", "kind", "comparison")).statusCode(429);
      CompletableFuture<List<Response>> others =
          CompletableFuture.supplyAsync(
              () ->
                  AtOnce.each(
                      HELD,
                      i -> free.as(other).body(Map.of("text", "free " + i)).post(free.ideas())));
      await("the other board's posts").until(others::isDone);
      assertThat(others.join()).allMatch(answer -> answer.statusCode() == 201);
      assertThat(posts).noneMatch(CompletableFuture::isDone);
      connection.rollback();
    }
    List<Integer> numbers =
        posts.stream().map(post -> post.join().then().statusCode(201).extract()).toList().stream()
            .map(answer -> answer.<Integer>path("seq"))
            .toList();
    assertThat(numbers).doesNotHaveDuplicates().isSorted();
    assertThat(waiting()).isZero();
    // the control: with room in the queue the post is parsed
    held.post(author, Map.of("text", "no sides", "kind", "comparison")).statusCode(400);
  }

  @Test
  void theTeamGetsAShareOfTheThreadsAndConnections() throws SQLException {
    LiveBoard held = LiveBoard.in("sharing-started", false);
    LiveBoard free = LiveBoard.in("sharing-started", false);
    CompletableFuture<List<Response>> flood;
    try (Connection connection = Rows.connect()) {
      Rows.hold(connection, held.session);
      flood = CompletableFuture.supplyAsync(() -> AtOnce.each(FLOOD, i -> topic(held, i)));
      await("the flood").until(() -> Rows.waiting() > 0);
      for (int i = 0; i < FLOOD; i++) {
        assertThat(topic(free, i).statusCode()).isEqualTo(201);
      }
      connection.rollback();
    }
    assertThat(flood.join()).allMatch(answer -> answer.statusCode() == 201);
  }

  private static Response topic(LiveBoard board, int number) {
    return board
        .as(board.owner())
        .body(Map.of("title", "topic " + number))
        .post("/api/boards/{id}/topics", board.session);
  }
}
