package microstorm.idea.post;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.hint.Hints;
import microstorm.idea.idea.AtOnce;
import microstorm.idea.idea.Rows;
import microstorm.idea.viewer.Viewer;
import microstorm.idea.viewer.WriterKey;
import microstorm.testing.LogLines;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A post that the database refuses fails alone, and neither texts nor tokens appear in logs or
 * answers.
 */
@IdeaServiceTest
class BoardIndependenceTest {

  private static final String POISON = "poison that only the database finds";
  private static final int NEIGHBOURS = 16;

  @Inject PostTransaction transaction;
  @Inject MeterRegistry meters;

  private LiveBoard board;
  private Person author;

  @BeforeEach
  void refusePoison() {
    Rows.execute(
        "alter table idea add constraint no_poison check (text not like 'poison%') not valid");
    board = LiveBoard.in("quiet-started", false);
    author = board.join("participant");
  }

  @AfterEach
  void acceptPoisonAgain() {
    Rows.execute("alter table idea drop constraint no_poison");
  }

  private Response post(String text) {
    return board.as(author).body(Map.of("text", text)).post(board.ideas());
  }

  /** Posts while the board is locked, so that the writers take the waiting posts as one batch. */
  private List<Response> postTogether(Map<Integer, String> texts) throws SQLException {
    CompletableFuture<List<Response>> posts;
    try (Connection connection = Rows.connect()) {
      Rows.hold(connection, board.session);
      posts =
          CompletableFuture.supplyAsync(
              () -> AtOnce.each(NEIGHBOURS, i -> post(texts.getOrDefault(i, "idea " + i))));
      await("all wait")
          .until(() -> meters.get("microstorm.posts.waiting").gauge().value() == NEIGHBOURS);
      connection.rollback();
    }
    return posts.join();
  }

  @Test
  void aBadPostFailsAlone() throws SQLException {
    List<Response> answers = postTogether(Map.of(7, POISON, 11, POISON));
    for (int i = 0; i < NEIGHBOURS; i++) {
      assertThat(answers.get(i).statusCode())
          .as("post %d", i)
          .isEqualTo(i == 7 || i == 11 ? 500 : 201);
    }
    assertThat(board.view(author).getList("ideas")).hasSize(NEIGHBOURS - 2);
    assertThat(
            Rows.number("select count(distinct seq) from idea where session_id = ?", board.session))
        .isEqualTo(NEIGHBOURS - 2);
  }

  /** The control: in one transaction they fail together. */
  @Test
  void inOneTransactionAllPostsOfABatchFail() {
    List<Post> group = Stream.of("good", POISON).map(this::unchecked).toList();
    assertThatThrownBy(() -> transaction.write(group))
        .isInstanceOf(SQLException.class)
        .hasMessageNotContaining(POISON);
    assertThat(board.view(author).getList("ideas")).isEmpty();
  }

  private Post unchecked(String text) {
    return new Post(
        board.session,
        new Viewer(author.id(), author.role(), List.of(new WriterKey(author.key()))),
        UUID.randomUUID(),
        false,
        text,
        null,
        null,
        "idea",
        null,
        List.of(),
        Hints.NONE);
  }

  @Test
  void noLogLineAndNoRefusalContainsTextsOrTokens() {
    String marker = "marker-" + UUID.randomUUID();
    UUID id = board.posted(author, marker);
    try (LogLines lines = new LogLines()) {
      post(marker).then().statusCode(201);
      List<Response> refusals =
          List.of(
              post(POISON + marker),
              post(marker + "\u001b" + marker),
              post(marker.repeat(100)),
              board.as(author).body("{\"text\":\"" + marker).post(board.ideas()),
              board.as(author).body("{\"text\":[\"" + marker + "\"]}").post(board.ideas()),
              board.as(author).body(Map.of("text", POISON + marker)).patch(board.idea(id)));
      assertThat(refusals)
          .extracting(Response::statusCode)
          .containsExactly(500, 400, 400, 400, 400, 500);
      assertThat(refusals)
          .extracting(Response::asString)
          .allMatch(body -> body.contains("/api/problems#"))
          .noneMatch(body -> body.contains(marker) || body.contains(POISON));
      assertThat(lines.all()).anyMatch(line -> line.contains("Incident"));
      assertThat(lines.all()).noneMatch(line -> line.contains(marker) || line.contains(POISON));
      assertThat(lines.all()).noneMatch(line -> line.contains(author.token()));
      assertThat(lines.all()).noneMatch(line -> line.contains(author.key()));

      // the control: a line with the marker is found
      Logger.getLogger(BoardIndependenceTest.class).infof("%s", marker);
      assertThat(lines.all()).anyMatch(line -> line.contains(marker));
    }
  }
}
