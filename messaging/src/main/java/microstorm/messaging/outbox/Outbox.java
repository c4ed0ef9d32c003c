package microstorm.messaging.outbox;

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
import java.util.function.Function;
import javax.sql.DataSource;
import microstorm.messaging.MessagingConfig;
import microstorm.messaging.trace.Tracing;

/**
 * Stores events in the transaction of the change that they describe; the relay publishes them after
 * the commit.
 *
 * <p>A caller that writes the table with a statement of its own uses {@link #prepare}, {@link
 * #rows} and, after the commit, {@link #wake} instead of {@link #append}. It is then responsible
 * for the order of each key: writers of a key must exclude each other from before a row gets its
 * position until the commit, or a later event may be published first. One row lock per key is
 * enough, taken by an earlier statement or by a materialized part of the same statement that the
 * insert reads. Sessions with both kinds of writers need that lock around {@code append} too.
 */
@ApplicationScoped
public class Outbox {

  // The lock is taken before the position is assigned: of two transactions with a common key, the
  // second gets its position after the first has committed. Sorted, so that there is no deadlock.
  // Keys share 1,024 locks, since the server's lock table is small and an import has many keys.
  private static final String HOLD =
      """
      select pg_advisory_xact_lock(hash)
      from (select distinct hashtextextended(key::text, 0) & 1023 as hash
            from unnest(?::uuid[]) as key
            order by hash) as sorted
      """;

  private static final String APPEND =
      """
      with held as materialized (%s)
      insert into outbox (id, topic, source, traceparent, key, type, subject, payload)
      select e.id, ?, ?, e.traceparent, e.key, e.type, e.subject, e.payload
      from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
        with ordinality as e (id, key, type, subject, traceparent, payload, n)
      where (select count(*) from held) > 0
      order by e.n
      """
          .formatted(HOLD);

  private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

  private final DataSource database;
  private final ObjectMapper json;
  private final MessagingConfig config;
  private final Event<OutboxWritten> written;

  Outbox(
      DataSource database,
      ObjectMapper json,
      MessagingConfig config,
      Event<OutboxWritten> written) {
    this.database = database;
    this.json = json;
    this.config = config;
    this.written = written;
  }

  /**
   * Adds one event to the current transaction.
   *
   * @throws PayloadTooLarge if its JSON exceeds {@code microstorm.messaging.max-payload-bytes}
   */
  @Transactional(MANDATORY)
  public void append(OutgoingEvent event) {
    insert(List.of(event));
  }

  /**
   * Adds events to the current transaction in the given order, with one statement.
   *
   * @throws PayloadTooLarge if the JSON of an event exceeds {@code
   *     microstorm.messaging.max-payload-bytes}
   */
  @Transactional(MANDATORY)
  public void append(Collection<? extends OutgoingEvent> events) {
    if (!events.isEmpty()) {
      insert(List.copyOf(events));
    }
  }

  /**
   * Locks several keys for a transaction that appends to them one after the other: without this,
   * two such transactions may wait for each other. Call it after the transaction has taken all row
   * locks that it takes before an {@code append}.
   */
  @Transactional(MANDATORY)
  public void hold(Collection<UUID> keys) {
    try (Connection connection = database.getConnection();
        PreparedStatement hold = connection.prepareStatement(HOLD)) {
      hold.setArray(1, connection.createArrayOf("uuid", keys.toArray()));
      hold.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot lock the outbox.", e);
    }
  }

  /**
   * Discards the events of keys that are not published yet, because the keys are being deleted. An
   * event that is being sent at this moment is published.
   */
  @Transactional(MANDATORY)
  public void discard(Collection<UUID> keys) {
    hold(keys);
    try (Connection connection = database.getConnection();
        PreparedStatement discard =
            connection.prepareStatement("delete from outbox where key = any(?)")) {
      discard.setArray(1, connection.createArrayOf("uuid", keys.toArray()));
      discard.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot discard events of the outbox.", e);
    }
  }

  /**
   * Serialises an event and gives it an id and, if it is traced, the current trace. Needs neither a
   * transaction nor the database. Call it in the context of the request, from any thread.
   *
   * @throws PayloadTooLarge if its JSON exceeds {@code microstorm.messaging.max-payload-bytes}
   */
  public PreparedEvent prepare(OutgoingEvent event) {
    return prepare(event, Tracing.traceparent());
  }

  /** The columns of prepared events, for a statement of the caller. */
  public OutboxRows rows(List<PreparedEvent> events) {
    return new OutboxRows(
        config.topic(),
        config.source(),
        events.stream().map(PreparedEvent::id).toArray(UUID[]::new),
        events.stream().map(PreparedEvent::key).toArray(UUID[]::new),
        column(events, PreparedEvent::type),
        column(events, PreparedEvent::subject),
        column(events, PreparedEvent::traceparent),
        column(events, PreparedEvent::payload));
  }

  /**
   * Wakes the relay: at once, or after the commit of the current container-managed transaction.
   * Without it, rows wait for the relay's next poll ({@code microstorm.messaging.relay.poll}).
   * Cheap; may be called from any thread.
   */
  public void wake() {
    written.fire(new OutboxWritten());
  }

  private void insert(List<? extends OutgoingEvent> events) {
    String traceparent = Tracing.traceparent();
    OutboxRows rows = rows(events.stream().map(event -> prepare(event, traceparent)).toList());
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(APPEND)) {
      insert.setArray(1, connection.createArrayOf("uuid", rows.keys()));
      insert.setString(2, rows.topic());
      insert.setString(3, rows.source());
      insert.setArray(4, connection.createArrayOf("uuid", rows.ids()));
      insert.setArray(5, connection.createArrayOf("uuid", rows.keys()));
      insert.setArray(6, connection.createArrayOf("text", rows.types()));
      insert.setArray(7, connection.createArrayOf("text", rows.subjects()));
      insert.setArray(8, connection.createArrayOf("text", rows.traceparents()));
      insert.setArray(9, connection.createArrayOf("text", rows.payloads()));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot write to the outbox.", e);
    }
    wake();
  }

  private PreparedEvent prepare(OutgoingEvent event, String traceparent) {
    return new PreparedEvent(
        IDS.generate(),
        event.key(),
        event.type(),
        event.subject(),
        event.traced() ? traceparent : null,
        payload(event));
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
      // Without the cause, since its message may quote texts of users.
      throw new IllegalArgumentException("Cannot serialize an event of type " + event.type() + ".");
    }
  }

  private static String[] column(
      List<PreparedEvent> events, Function<PreparedEvent, String> value) {
    return events.stream().map(value).toArray(String[]::new);
  }
}
