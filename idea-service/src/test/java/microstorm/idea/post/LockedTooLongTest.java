package microstorm.idea.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.idea.Rows;
import org.junit.jupiter.api.Test;

/** A post does not wait for ever for a locked board. */
@IdeaServiceTest
class LockedTooLongTest {

  @Test
  void aPostThatHasWaitedTooLongIsRefusedWithARetryTime() throws SQLException {
    LiveBoard board = LiveBoard.in("quiet-started", false);
    Person author = board.join("participant");
    Map<String, ?> idea = Map.of("id", UUID.randomUUID(), "text", "patience");
    try (Connection connection = Rows.connect()) {
      Rows.hold(connection, board.session);
      board
          .post(author, idea)
          .statusCode(503)
          .header("Retry-After", equalTo("1"))
          .body("type", endsWith("#busy"));
      connection.rollback();
    }
    assertThat(board.view(author).getList("ideas")).isEmpty();
    board.post(author, idea).statusCode(201);
    assertThat(board.view(author).getList("ideas")).hasSize(1);
  }
}
