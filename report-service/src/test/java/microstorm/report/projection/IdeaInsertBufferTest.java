package microstorm.report.projection;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.report.OtherServices;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestEvents;
import microstorm.testing.TestEvents.Event;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * Ideas are inserted together, and yet each event sees the changes of the events before it.
 * Postgres tells which rows one transaction and one statement wrote (xmin, cmin), so each test also
 * checks that its events were applied in one transaction.
 */
@ReportServiceTest
class IdeaInsertBufferTest {

  private static final String DEAD_LETTERS = "report-service.idea.events.dlq";

  @Inject Jdbi database;

  private final UUID session = UUID.randomUUID();
  private final List<Event> batch = new ArrayList<>();

  @Test
  void theIdeasOfABatchAreInsertedWithOneStatement() {
    List<UUID> ideas = Stream.generate(this::submitted).limit(10).toList();
    applyTogether();
    assertThat(ideas()).containsExactlyElementsOf(ideas);
    assertThat(number("select count(distinct cmin::text) from report_idea where session_id = ?"))
        .isEqualTo(1);
  }

  @Test
  void anEditFindsTheIdeaOfItsBatch() {
    UUID idea = submitted();
    add("edited", idea).put("text", "Other words");
    applyTogether();
    assertThat(column("text")).containsExactly("Other words");
  }

  @Test
  void aMoveFindsTheIdeaOfItsBatch() {
    UUID idea = submitted();
    UUID topic = UUID.randomUUID();
    add("moved", idea).put("position", 7).put("topicId", topic.toString());
    applyTogether();
    assertThat(column("position")).containsExactly("7");
    assertThat(column("topic_id")).containsExactly(topic.toString());
  }

  @Test
  void anIdeaThatIsWithdrawnInItsBatchIsGone() {
    UUID first = submitted();
    UUID withdrawn = submitted();
    add("withdrawn", withdrawn);
    UUID last = submitted();
    applyTogether();
    assertThat(ideas()).containsExactly(first, last);
  }

  @Test
  void theCountOfTheVotesFindsTheIdeasOfItsBatch() {
    UUID idea = submitted();
    ObjectNode counted = add("votes-counted", idea);
    ((ObjectNode) counted.get("votes").get(0)).put("ideaId", idea.toString()).put("votes", 3);
    counted.putArray("marks");
    applyTogether();
    assertThat(column("votes")).containsExactly("3");
  }

  /** A board is reported as incomplete if its seal comes when some of its ideas are missing. */
  @Test
  void theSealFindsTheIdeasOfItsBatch() {
    imported();
    submitted();
    submitted();
    seal(2);
    applyTogether();
    assertThat(failure()).isNull();
  }

  /** The control: without the ideas, the seal is a failure. */
  @Test
  void aSealWithoutTheIdeasItCountsIsAFailure() {
    imported();
    seal(2);
    applyTogether();
    assertThat(failure()).isEqualTo("board-unreadable");
  }

  @Test
  void anIdeaThatPostgresRefusesFailsAlone() {
    UUID withdrawn = submitted();
    UUID first = submitted();
    add("submitted", UUID.randomUUID()).put("text", "no text of Postgres: \0");
    add("withdrawn", withdrawn);
    UUID last = submitted();
    UUID poison = batch.get(2).id();
    TestEvents.publishTogether("idea.events", batch);
    await().until(() -> ideas().contains(last));
    assertThat(ideas()).containsExactly(first, last);
    assertThat(TestEvents.read(DEAD_LETTERS, session)).extracting(Event::id).containsOnly(poison);
  }

  @Test
  void aBatchThatIsDeliveredTwiceIsAppliedOnce() {
    UUID idea = submitted();
    add("withdrawn", submitted());
    applyTogether();
    UUID later = submitted();
    TestEvents.publishTogether("idea.events", batch);
    await().until(() -> ideas().contains(later));
    assertThat(ideas()).containsExactly(idea, later);
  }

  private UUID submitted() {
    UUID idea = UUID.randomUUID();
    add("submitted", idea).put("position", batch.size());
    return idea;
  }

  /** Adds an event to the batch and returns its payload, which the caller may still change. */
  private ObjectNode add(String event, UUID idea) {
    String type = "microstorm.idea." + event + ".v1";
    ObjectNode payload = OtherServices.ideaEvent(type).put("sessionId", session.toString());
    if (payload.has("ideaId")) {
      payload.put("ideaId", idea.toString());
    }
    batch.add(new Event(UUID.randomUUID(), type, session.toString(), payload));
    return payload;
  }

  private void seal(int ideas) {
    ObjectNode sealed = add("board-sealed", null).put("logRevision", 1).put("ideas", ideas);
    Stream.of("topics", "links", "groups", "actions").forEach(count -> sealed.put(count, 0));
  }

  private void applyTogether() {
    TestEvents.publishTogether("idea.events", batch);
    List<UUID> events = batch.stream().map(Event::id).toList();
    String applied = "select count(%s) from inbox where event_id = any(:events)";
    await().until(() -> number(applied.formatted("*"), events) == events.size());
    assertThat(number(applied.formatted("distinct xmin::text"), events))
        .as("transactions")
        .isEqualTo(1);
  }

  private void imported() {
    UUID team = UUID.randomUUID();
    database.useHandle(
        handle -> {
          handle.execute("insert into log_book (team_id) values (?)", team);
          handle.execute(
              "insert into log_session (session_id, team_id, position, revision, digest)"
                  + " values (?, ?, 0, 1, '')",
              session,
              team);
        });
  }

  private String failure() {
    return database.withHandle(
        handle ->
            handle
                .select("select failure from log_session where session_id = ?", session)
                .mapTo(String.class)
                .one());
  }

  private List<UUID> ideas() {
    return column("id").stream().map(UUID::fromString).toList();
  }

  private List<String> column(String name) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    "select %s::text from report_idea where session_id = ? order by position"
                        .formatted(name),
                    session)
                .mapTo(String.class)
                .list());
  }

  private int number(String sql) {
    return database.withHandle(handle -> handle.select(sql, session).mapTo(Integer.class).one());
  }

  private int number(String sql, List<UUID> events) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(sql)
                .bindArray("events", UUID.class, events)
                .mapTo(Integer.class)
                .one());
  }
}
