package microstorm.messaging;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Takes events in the transaction of what they tell about; the relay publishes them after it. */
@ApplicationScoped
public class Outbox {

  // The lock comes before the position: of two transactions with a key in common, the one that is
  // numbered second has seen the first commit, so positions follow commits. Sorted: no deadlock.
  // Keys share 1,024 locks, since the server's lock table is small and an import has many keys.
  private static final String APPEND =
      """
      with held as materialized (
        select pg_advisory_xact_lock(hash)
        from (select distinct hashtextextended(key, 0) & 1023 as hash from unnest(?::text[]) as key
              order by hash) as sorted)
      insert into outbox (id, topic, source, traceparent, key, type, subject, payload)
      select e.id, ?, ?, ?, e.key::uuid, e.type, e.subject, e.payload
      from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
        with ordinality as e (id, key, type, subject, payload, n)
      where (select count(*) from held) > 0
      order by e.n
      """;

  private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

  private final DataSource database;
  private final ObjectMapper json;
  private final MessagingConfig config;
  private final Event<OutboxAppended> appended;

  Outbox(
      DataSource database,
      ObjectMapper json,
      MessagingConfig config,
      Event<OutboxAppended> appended) {
    this.database = database;
    this.json = json;
    this.config = config;
    this.appended = appended;
  }

  /**
   * Adds one event to the running transaction.
   *
   * @throws PayloadTooLarge if its JSON exceeds {@code microstorm.messaging.max-payload-bytes}
   */
  @Transactional(MANDATORY)
  public void append(OutgoingEvent event) {
    insert(List.of(event));
  }

  /**
   * Adds events to the running transaction, in their order, by one statement.
   *
   * @throws PayloadTooLarge if the JSON of one exceeds {@code
   *     microstorm.messaging.max-payload-bytes}
   */
  @Transactional(MANDATORY)
  public void append(Collection<? extends OutgoingEvent> events) {
    if (!events.isEmpty()) {
      insert(List.copyOf(events));
    }
  }

  private void insert(List<? extends OutgoingEvent> events) {
    String[] keys = column(events, event -> event.key().toString());
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(APPEND)) {
      insert.setArray(1, connection.createArrayOf("text", keys));
      insert.setString(2, config.topic());
      insert.setString(3, config.source());
      insert.setString(4, Tracing.traceparent());
      insert.setArray(5, connection.createArrayOf("uuid", ids(events.size())));
      insert.setArray(6, connection.createArrayOf("text", keys));
      insert.setArray(7, connection.createArrayOf("text", column(events, OutgoingEvent::type)));
      insert.setArray(8, connection.createArrayOf("text", column(events, OutgoingEvent::subject)));
      insert.setArray(9, connection.createArrayOf("text", column(events, this::payload)));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The outbox could not be written", e);
    }
    appended.fire(new OutboxAppended());
  }

  private String payload(OutgoingEvent event) {
    try {
      String payload = json.writeValueAsString(event);
      int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > config.maxPayloadBytes()) {
        throw new PayloadTooLarge(event.type(), bytes, config.maxPayloadBytes());
      }
      return payload;
    } catch (JsonProcessingException e) {
      // Without the cause: its message may quote what people wrote.
      throw new IllegalArgumentException(event.type() + " is not serialisable");
    }
  }

  private static UUID[] ids(int count) {
    UUID[] ids = new UUID[count];
    for (int i = 0; i < count; i++) {
      ids[i] = IDS.generate();
    }
    return ids;
  }

  private static <E> String[] column(
      List<? extends E> events, java.util.function.Function<? super E, String> value) {
    return events.stream().map(value).toArray(String[]::new);
  }
}
