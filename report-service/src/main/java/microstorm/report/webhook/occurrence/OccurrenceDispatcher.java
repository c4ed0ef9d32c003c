package microstorm.report.webhook.occurrence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import microstorm.report.database.StoredJson;
import microstorm.report.webhook.occurrence.EventReader.Known;

/**
 * Makes deliveries of what happened, as soon as the reports say everything that an event needs. The
 * events of one session come from two topics in any order, and one of them may be a dead letter.
 */
@ApplicationScoped
public class OccurrenceDispatcher {

  private static final int BATCH = 20;

  private final OccurrenceStore occurrences;
  private final EventReader reader;
  private final StoredJson json;
  private final Clock clock;

  OccurrenceDispatcher(
      OccurrenceStore occurrences, EventReader reader, StoredJson json, Clock clock) {
    this.occurrences = occurrences;
    this.reader = reader;
    this.json = json;
    this.clock = clock;
  }

  /** Handles everything that is due. */
  public void dispatch() {
    int taken = BATCH;
    while (taken == BATCH) {
      taken = QuarkusTransaction.requiringNew().call(this::dispatchSome);
    }
  }

  private int dispatchSome() {
    Instant now = clock.instant();
    List<Occurrence> due = occurrences.take(now, BATCH);
    for (Occurrence occurrence : due) {
      reader
          .read(occurrence)
          .ifPresentOrElse(
              known -> deliver(occurrence, known, now),
              () -> occurrences.postpone(occurrence, now));
    }
    return due.size();
  }

  private void deliver(Occurrence occurrence, Known known, Instant now) {
    known
        .data()
        .ifPresent(data -> occurrences.deliver(occurrence, known.teamId(), json.write(data), now));
    occurrences.remove(occurrence);
  }
}
