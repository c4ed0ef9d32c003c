package microstorm.messaging.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import microstorm.messaging.fixture.Configs;
import microstorm.messaging.fixture.Databases;

/** Outboxes without a container. */
public final class Outboxes {

  private Outboxes() {}

  /** The outbox of a test's own transaction. */
  public static Outbox in(Connection transaction, String topic) {
    return of(Databases.of(transaction), topic, () -> {});
  }

  /** An outbox that runs a task instead of waking the relay. */
  public static Outbox of(DataSource database, String topic, Runnable woken) {
    return new Outbox(
        database, new ObjectMapper(), Configs.of(Map.of("topic", topic)), event(woken));
  }

  /** Appends numbered events for some keys, 500 per transaction, and returns the keys. */
  public static List<UUID> fill(
      DataSource database, String topic, int events, int keys, String text) throws SQLException {
    List<UUID> names = java.util.stream.Stream.generate(UUID::randomUUID).limit(keys).toList();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      Outbox outbox = in(connection, topic);
      List<TestEvent> chunk = new ArrayList<>();
      for (int i = 0; i < events; i++) {
        chunk.add(new TestEvent(names.get(i % keys), i, text));
        if (chunk.size() == 500 || i == events - 1) {
          outbox.append(chunk);
          connection.commit();
          chunk.clear();
        }
      }
    }
    return names;
  }

  @SuppressWarnings("unchecked")
  static Event<OutboxWritten> event(Runnable fired) {
    return Databases.proxy(
        Event.class,
        (self, method, args) -> {
          fired.run();
          return null;
        });
  }
}
