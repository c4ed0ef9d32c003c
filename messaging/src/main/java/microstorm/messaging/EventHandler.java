package microstorm.messaging;

/** Applies events to the service's database. Each call runs inside the inbox's transaction. */
public interface EventHandler {

  /**
   * Applies one event; other types than those it knows are to be ignored.
   *
   * @throws Exception when it cannot be applied: the transaction rolls back, and after a few more
   *     attempts the event becomes a dead letter. A failing database is waited for instead.
   */
  void handle(IncomingEvent event) throws Exception;

  /**
   * Told, in a transaction of its own, that an event is given up, before it is written to the dead
   * letters. May come more than once for an event.
   */
  default void deadLettered(IncomingEvent event, Throwable cause) {}
}
