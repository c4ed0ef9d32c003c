package microstorm.idea.stream;

import static microstorm.testing.Patience.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.Dependent;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import microstorm.idea.board.Boards;
import microstorm.idea.viewer.WriterKey;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;
import microstorm.testing.contract.Contracts;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The board of a session that is planned for a test, with people who join it. */
@Dependent
public class TestBoard {

  private static final String IDEA =
      """
      insert into idea (id, session_id, position, kind, text, submitted_at, edit_hash, shared, seq)
      values (?, ?, ?, 'idea', ?, now(), ?, ?, ?)
      """;

  public final UUID session = UUID.randomUUID();
  public final UUID team = UUID.randomUUID();

  private final Boards boards;
  private final Jdbi database;
  private final Optional<String> topics;

  public TestBoard(
      Boards boards,
      Jdbi database,
      @ConfigProperty(name = "microstorm.messaging.topic-prefix") Optional<String> topics) {
    this.boards = boards;
    this.database = database;
    this.topics = topics;
  }

  /** A person who joined. */
  public record Person(UUID id, String key, String token) {}

  public TestBoard plan() {
    publish(
        "microstorm.session.planned.v1",
        Map.of("sessionId", session.toString(), "teamId", team.toString()));
    await("the board").until(() -> boards.find(session).isPresent());
    return this;
  }

  public Person join(String role) {
    UUID id = UUID.randomUUID();
    String key = "key-of-" + id;
    long before = seq();
    publish(
        "microstorm.session.participant-joined.v1",
        Map.of("sessionId", session.toString(), "participantId", id.toString(), "role", role));
    await("the seat").until(() -> seq() > before);
    return new Person(id, key, TestIssuer.memberOf(session, id, role, key));
  }

  public void leave(Person person) {
    publish(
        "microstorm.session.participant-left.v1",
        Map.of("sessionId", session.toString(), "participantId", person.id().toString()));
  }

  /** Publishes an event of session-service: its sample with fields changed. */
  public void publish(String type, Map<String, String> fields) {
    ObjectNode event = Contracts.tree(Contracts.sample("session-service", type)).deepCopy();
    event.put("sessionId", session.toString());
    event.remove("topics");
    event.remove("room");
    fields.forEach(event::put);
    TestEvents.publish(
        topics.orElse("") + "session.events", UUID.randomUUID(), type, session, event.toString());
  }

  /** Writes an idea as this replica would. */
  public long write(Person author, String text, boolean shared) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              boards.lock(session);
              return insert(boards.advance(session), author, text, shared);
            });
  }

  /** Writes an idea as another replica would, without an announcement here. */
  public long writeElsewhere(Person author, String text) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              boards.lock(session);
              long seq = seq() + 1;
              database.useHandle(
                  handle ->
                      handle.execute(
                          "update board set seq = ? where session_id = ?", seq, session));
              return insert(seq, author, text, true);
            });
  }

  /** Publishes the event that ends the quiet phase and shares all ideas. */
  public void share() {
    publish("microstorm.session.sharing-started.v1", Map.of());
  }

  public long seq() {
    return boards.find(session).orElseThrow().seq();
  }

  private long insert(long seq, Person author, String text, boolean shared) {
    UUID id = UUID.randomUUID();
    byte[] hash = new WriterKey(author.key()).hashFor(id);
    database.useHandle(handle -> handle.execute(IDEA, id, session, seq, text, hash, shared, seq));
    return seq;
  }
}
