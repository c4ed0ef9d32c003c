package microstorm.messaging;

import java.util.Set;
import java.util.UUID;

/** Applies events to the service's database. Each call runs inside the inbox's transaction. */
public interface EventHandler {

  /**
   * Whether events of a type concern this handler; must not depend on anything else. What it does
   * not take is acknowledged without a row in the inbox, so whoever needs one type of a busy topic
   * pays for that one.
   */
  default boolean takes(String type) {
    return true;
  }

  /**
   * Told once a transaction, before the first of its events is handled. Whoever locks a row for
   * each key locks all of them here, in one order: taken one after the other, in the order of the
   * events, the locks of two transactions may wait for each other.
   *
   * @param keys of the events to come, each once
   */
  default void begin(Set<UUID> keys) {}

  /**
   * Applies one event; types that it takes and does not know are to be ignored.
   *
   * @throws Exception when it cannot be applied: the transaction rolls back, and after a few more
   *     attempts the event becomes a dead letter. A failing database is waited for instead.
   */
  void handle(IncomingEvent event) throws Exception;

  /**
   * Called once a transaction, after the last of its events: a handler that collects the rows of
   * several events writes them here. If this fails, the transaction rolls back and each event is
   * tried again in a transaction of its own, so that only the faulty one becomes a dead letter.
   *
   * @throws Exception as {@link #handle} does
   */
  default void end() throws Exception {}

  /**
   * Told, in a transaction of its own, that an event is given up, before it is written to the dead
   * letters. May come more than once for an event.
   */
  default void deadLettered(IncomingEvent event, Throwable cause) {}
}
