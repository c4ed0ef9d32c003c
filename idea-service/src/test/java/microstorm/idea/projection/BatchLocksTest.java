package microstorm.idea.projection;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.idea.Rows;
import microstorm.testing.TestEvents;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A batch of events locks its boards, and the order of their events, in the common order: a
 * transaction that waits for a lock holds none that comes later.
 */
@IdeaServiceTest
class BatchLocksTest {

  private static final String DEADLOCK = "40P01";
  private static final String ROW = "select 1 from board where session_id = ? for update";
  private static final String FREE_ROW =
      "select 1 from board where session_id = ? for update skip locked";
  private static final String BUCKET = "hashtextextended(?::text, 0) & 1023";
  private static final String EVENT_LOCK = "select pg_advisory_xact_lock(" + BUCKET + ")";
  private static final String FREE_EVENT_LOCK =
      "select 1 where pg_try_advisory_xact_lock(" + BUCKET + ")";

  /** The board that is locked first and whose events have the later lock. */
  private LiveBoard lower;

  private LiveBoard higher;

  @BeforeEach
  void planTwo() {
    List<LiveBoard> boards;
    do {
      boards =
          Stream.generate(LiveBoard::new)
              .limit(2)
              .sorted(Comparator.comparing(board -> board.session.toString()))
              .toList();
    } while (bucket(boards.get(0)) <= bucket(boards.get(1)));
    boards.forEach(board -> board.plan(false));
    lower = boards.get(0);
    higher = boards.get(1);
  }

  private static long bucket(LiveBoard board) {
    return Rows.number("select " + BUCKET, board.session);
  }

  private static void openTogether(LiveBoard... boards) {
    TestEvents.publishTogether(
        "session.events", Arrays.stream(boards).map(BatchLocksTest::lobbyOpened).toList());
  }

  private static TestEvents.Event lobbyOpened(LiveBoard board) {
    String type = "microstorm.session.lobby-opened.v1";
    ObjectNode payload =
        (ObjectNode) Contracts.tree(Contracts.sample("session-service", type)).deepCopy();
    payload.put("sessionId", board.session.toString());
    return new TestEvents.Event(UUID.randomUUID(), type, board.session.toString(), payload);
  }

  private void awaitBothOpen() {
    for (LiveBoard board : List.of(lower, higher)) {
      await("the lobby").until(() -> board.view(board.owner()).getString("phase").equals("lobby"));
    }
  }

  @Test
  void aBatchThatWaitsForABoardHoldsNoLaterBoard() throws SQLException {
    try (Connection other = begin()) {
      assertThat(get(other, ROW, lower)).isTrue();
      openTogether(higher, lower);
      await("the batch waits").until(() -> Rows.waiting() == 1);
      assertThat(get(other, FREE_ROW, higher)).isTrue();
      other.rollback();
    }
    awaitBothOpen();
  }

  @Test
  void aBatchThatWaitsForAnEventLockHoldsNoLaterLock() throws SQLException {
    try (Connection other = begin()) {
      get(other, EVENT_LOCK, higher);
      openTogether(lower, higher);
      await("the batch waits").until(() -> waitingForEventLocks() == 1);
      assertThat(get(other, FREE_EVENT_LOCK, lower)).isTrue();
      other.rollback();
    }
    awaitBothOpen();
  }

  /** The control: two transactions lock the same boards in different orders. */
  @Test
  void differentOrdersOfLockingEndInADeadlock() throws SQLException {
    try (Connection one = begin();
        Connection other = begin()) {
      get(one, ROW, higher);
      get(other, ROW, lower);
      CompletableFuture<String> waits =
          CompletableFuture.supplyAsync(() -> endOfLocking(one, lower));
      await("one waits").until(() -> Rows.waiting() == 1);
      String end = endOfLocking(other, higher);
      assertThat(List.of(end, waits.join())).containsExactlyInAnyOrder("locked", DEADLOCK);
    }
  }

  private static String endOfLocking(Connection connection, LiveBoard board) {
    try {
      get(connection, ROW, board);
      return "locked";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  private static Connection begin() throws SQLException {
    Connection connection = Rows.connect();
    connection.setAutoCommit(false);
    return connection;
  }

  private static boolean get(Connection connection, String lock, LiveBoard board)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(lock)) {
      statement.setObject(1, board.session);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private static long waitingForEventLocks() {
    return Rows.number(
        "select count(*) from pg_locks where locktype = 'advisory' and not granted", null);
  }
}
