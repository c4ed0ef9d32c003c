package microstorm.idea.idea;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.viewer.WriterKey;
import microstorm.testing.contract.Contracts;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The work for an answer in the quiet phase does not depend on the hidden ideas of others, so that
 * the time of the answer says nothing about them.
 */
@IdeaServiceTest
class HiddenWorkTest {

  private static final int OTHERS = 40;

  private static final String ALL_HIDDEN =
      "select id from idea where session_id = :session and not shared and :seq < 0"
          + " and id <> all(cast(:own as uuid[]))";

  private LiveBoard board;
  private Person me;
  private Person other;

  @BeforeEach
  void begin() {
    board = LiveBoard.in("quiet-started", false);
    me = board.join("participant");
    other = board.join("participant");
  }

  static Stream<String> statements() {
    return Stream.of(
        VisibleIdeas.IDEAS,
        VisibleIdeas.LINKS,
        VisibleIdeas.BYTES,
        VisibleIdeas.HIDDEN_WITHOUT_SLOT,
        "select slot from idea where slot = any(:own)");
  }

  /** The rows that the database reads for a statement, including those that a filter drops. */
  private long rowsRead(String statement) throws SQLException {
    WriterKey key = new WriterKey(me.key());
    List<UUID> own = IntStream.rangeClosed(1, 8).mapToObj(n -> key.slot(board.session, n)).toList();
    try (Connection connection = Rows.connect()) {
      return Jdbi.create(connection)
          .withHandle(
              handle -> {
                // a small table would be read whole
                handle.execute("set enable_seqscan = off");
                Query query =
                    handle.createQuery(
                        "explain (analyze, format json, timing off, costs off) " + statement);
                if (statement.contains(":session")) {
                  query.bind("session", board.session);
                }
                if (statement.contains(":seq")) {
                  query.bind("seq", -1L);
                }
                if (statement.contains(":own")) {
                  query.bindArray("own", UUID.class, own);
                }
                return rows(Contracts.tree(query.mapTo(String.class).one()));
              });
    }
  }

  private static long rows(JsonNode plan) {
    long below =
        StreamSupport.stream(plan.spliterator(), false).mapToLong(HiddenWorkTest::rows).sum();
    return plan.path("Relation Name").asText().equals("idea")
        ? below
            + plan.path("Actual Rows").asLong() * plan.path("Actual Loops").asLong(1)
            + plan.path("Rows Removed by Filter").asLong()
        : below;
  }

  private void writeMuch() {
    for (int i = 0; i < OTHERS; i++) {
      board.posted(other, "[not](https://for.you/" + i + ")");
    }
  }

  @ParameterizedTest
  @MethodSource("statements")
  void theDatabaseReadsNoHiddenIdeasOfOthers(String statement) throws SQLException {
    board.posted(me, "[mine](https://my.own/)");
    long before = rowsRead(statement);
    writeMuch();
    assertThat(rowsRead(statement)).isEqualTo(before).isLessThanOrEqualTo(2);
  }

  /** The control. */
  @Test
  void aStatementForAllHiddenIdeasReadsThem() throws SQLException {
    long before = rowsRead(ALL_HIDDEN);
    writeMuch();
    assertThat(rowsRead(ALL_HIDDEN)).isGreaterThanOrEqualTo(before + OTHERS);
  }

  /** More ideas than one look finds, and an idea of another device. */
  @Test
  void aPersonSeesAllTheirHiddenIdeas() {
    for (int i = 0; i < 20; i++) {
      board.posted(me, "mine " + i);
    }
    board.posted(other, "of my other seat");
    assertThat(board.view(me).getList("ideas")).hasSize(20);
    assertThat(
            board
                .as(me)
                .header("Edit-Key", other.key())
                .get("/api/boards/{id}", board.session)
                .jsonPath()
                .getList("ideas"))
        .hasSize(21);
  }

  /** The previous version stores hidden ideas without a slot during a rolling update. */
  @Test
  void hiddenIdeasWithoutASlotAreSeenByTheirAuthorsAlone() {
    UUID mine = board.posted(me, "mine");
    board.posted(other, "not for you");
    long number = board.view(me).getLong("seq");
    Rows.execute("update idea set slot = null where session_id = '%s'".formatted(board.session));
    assertThat(board.view(me).getList("ideas.id")).containsExactly(mine.toString());
    assertThat(board.view(me).getLong("seq")).isEqualTo(number);
    assertThat(board.view(board.join("participant")).getList("ideas")).isEmpty();
  }

  @Test
  void sharedIdeasHaveNoSlot() {
    board.posted(me, "mine");
    String slots = "select count(*) from idea where session_id = ? and slot is not null";
    assertThat(Rows.number(slots, board.session)).isEqualTo(1);
    board.begin("sharing-started");
    board.post(me, Map.of("text", "shared at once")).statusCode(201);
    assertThat(Rows.number(slots, board.session)).isZero();
    assertThat(board.view(me).getList("ideas.mine")).containsExactly(true, true);
  }
}
