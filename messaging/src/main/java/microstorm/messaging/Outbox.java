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
import java.util.function.Function;
import javax.sql.DataSource;
import microstorm.messaging.trace.Tracing;

/**
 * Takes events in the transaction of what they tell about; the relay publishes them after it.
 *
 * <p>Who writes the table by a statement of his own takes {@link #prepare}, {@link #rows} and,
 * after the commit, {@link #wake} instead of {@link #append}, and owes the order of each key: a
 * key's writers must exclude each other from before a row's position is given until the commit,
 * else a later event may be published first. A row lock a key will do, taken by an earlier
 * statement, or by a materialized part of this one that the insert reads. Sessions with both kinds
 * of writers need that lock around {@code append} too.
 */
@ApplicationScoped
public class Outbox {

  // The lock comes before the position: of two transactions with a key in common, the one that is
  // numbered second has seen the first commit, so positions follow commits. Sorted: no deadlock.
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

  /**
   * Takes the locks of several keys for the running transaction, which is going to append to them
   * one after the other: without this, two such transactions may wait for each other. To be called
   * when all row locks are held that are taken before an {@code append}.
   */
  @Transactional(MANDATORY)
  public void hold(Collection<UUID> keys) {
    try (Connection connection = database.getConnection();
        PreparedStatement hold = connection.prepareStatement(HOLD)) {
      hold.setArray(1, connection.createArrayOf("uuid", keys.toArray()));
      hold.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("The outbox could not be locked", e);
    }
  }

  /**
   * Gives an event its id and the current trace, if it is to have one, and serialises it. Needs no
   * transaction and touches no database; to be called where the request is, from any thread.
   *
   * @throws PayloadTooLarge if its JSON exceeds {@code microstorm.messaging.max-payload-bytes}
   */
  public PreparedEvent prepare(OutgoingEvent event) {
    return prepare(event, Tracing.traceparent());
  }

  /** The columns of prepared events, for a statement of the caller's. */
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
   * Wakes the relay: at once, or after the commit if a container's transaction is running. Without
   * it rows wait for the relay's next look, {@code microstorm.messaging.relay.poll}. Cheap, from
   * any thread.
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
      throw new IllegalStateException("The outbox could not be written", e);
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
      // Without the cause: its message may quote what people wrote.
      throw new IllegalArgumentException(event.type() + " is not serialisable");
    }
  }

  private static String[] column(
      List<PreparedEvent> events, Function<PreparedEvent, String> value) {
    return events.stream().map(value).toArray(String[]::new);
  }
}
