package microstorm.messaging.inbox;

import java.util.Set;
import java.util.UUID;

/** Applies events to the service's database. Each call runs inside the inbox's transaction. */
public interface EventHandler {

  /**
   * Whether this handler needs events of a type; the result must depend on the type only. Other
   * events are acknowledged without a row in the inbox, so a handler that needs one type of a busy
   * topic causes no work for the others.
   */
  default boolean takes(String type) {
    return true;
  }

  /**
   * Whether events of this type delete keys ({@link DeletedKeys}); the result must depend on the
   * type only. While a transaction with such events runs, no other one of the inbox does, so the
   * handler may write to {@link DeletedKeys} without more locks. Therefore the handler only stores
   * that the key was deleted and makes it unreadable; a job removes its rows afterwards.
   */
  default boolean deletes(String type) {
    return false;
  }

  /**
   * Called once per transaction, before the first of its events is handled. A handler that locks a
   * row for each key must lock all of them here, in a fixed order: if it locked them one after the
   * other, in the order of the events, two transactions could wait for each other.
   *
   * @param keys the keys of the events of the transaction, each once
   */
  default void begin(Set<UUID> keys) {}

  /**
   * Applies one event; it must ignore events of unknown types.
   *
   * @throws Exception if the event cannot be applied: the transaction rolls back, and after a few
   *     more attempts the event becomes a dead letter. If the database fails, the inbox waits for
   *     it instead.
   */
  void handle(IncomingEvent event) throws Exception;

  /**
   * Called once per transaction, after the last of its events. A handler that collects the rows of
   * several events writes them here. If this fails, the transaction rolls back and each event is
   * retried in a transaction of its own, so that only the faulty one becomes a dead letter.
   *
   * @throws Exception under the same conditions as {@link #handle}
   */
  default void end() throws Exception {}

  /**
   * Called in a transaction of its own when an event becomes a dead letter, before it is written to
   * the dead-letter topic. May be called more than once for an event.
   */
  default void deadLettered(IncomingEvent event, Throwable cause) {}
}
