package microstorm.report.rebuild;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import microstorm.messaging.inbox.IncomingEvent;
import org.jdbi.v3.core.Jdbi;

/** The inbox of the running service. */
final class AppliedEvents {

  private final Jdbi database;
  private final String select;

  /**
   * Reads it.
   *
   * @param running the schema of the running service
   */
  AppliedEvents(Jdbi database, String running) {
    this.database = database;
    this.select =
        "select event_id from "
            + running
            + ".inbox where consumer = :consumer and event_id = any(:events)";
  }

  /** Those of the events that a consumer has applied. */
  List<IncomingEvent> among(List<IncomingEvent> events, String consumer) {
    Set<UUID> applied =
        database.withHandle(
            handle ->
                handle
                    .createQuery(select)
                    .bind("consumer", consumer)
                    .bindArray(
                        "events", UUID.class, events.stream().map(IncomingEvent::id).toList())
                    .mapTo(UUID.class)
                    .collect(Collectors.toSet()));
    return events.stream().filter(event -> applied.contains(event.id())).toList();
  }
}
