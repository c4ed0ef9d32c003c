package microstorm.report.rebuild;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import microstorm.messaging.inbox.IncomingEvent;
import microstorm.report.projection.Projections;
import org.jdbi.v3.core.Jdbi;

/**
 * The sessions and teams of which the topics have events, and which of them are kept: the running
 * model keeps the rows of those whose first events have expired, so that nothing is lost.
 */
final class KeyRegister {

  static final String EXPIRED = "their first events have expired";
  static final String INCOMPLETE = "the topics do not have all of their events";
  static final String CONFLICT = "another session has one of their rows";
  static final String FAILED = "an event cannot be applied";
  static final String DEAD = "an event is a dead letter; replay it, and start again";

  /** Outboxes and clocks may change the order of events in different topics a little. */
  private static final long MARGIN_SECONDS = 3600;

  private static final String READ =
      "select key, began_at, certain, kept from rebuild.rebuild_key where key = any(:keys)";

  private static final String WRITE =
      """
      insert into rebuild.rebuild_key (key, began_at, certain, kept)
      select * from unnest(:keys, :began::timestamptz[], :certain::boolean[], :kept)
      on conflict (key) do update set certain = excluded.certain, kept = excluded.kept
      """;

  private final Jdbi database;

  KeyRegister(Jdbi database) {
    this.database = database;
  }

  /**
   * An event with its place.
   *
   * @param oldest when the oldest event that its partition still has was published
   * @param cut whether older events of its partition have expired
   */
  record Found(IncomingEvent event, UUID key, Instant published, Instant oldest, boolean cut) {}

  private record State(UUID key, Instant began, Boolean certain, String kept) {

    State checked(Found found) {
      boolean newer = began.isAfter(found.oldest.plusSeconds(MARGIN_SECONDS));
      return newer || !found.cut
          ? new State(key, began, newer, null)
          : new State(key, began, false, EXPIRED);
    }
  }

  /**
   * Registers the keys of events, and returns the events of those that are not kept.
   *
   * @param beginning whether the first event of each key is in this topic
   */
  List<IncomingEvent> admit(List<Found> batch, boolean beginning) {
    Map<UUID, State> states = read(batch.stream().map(Found::key).distinct().toList());
    Map<UUID, State> changed = new HashMap<>();
    List<IncomingEvent> admitted = new ArrayList<>();
    for (Found found : batch) {
      State before = states.get(found.key());
      State state = next(found, before, beginning);
      if (!state.equals(before)) {
        states.put(found.key(), state);
        changed.put(found.key(), state);
      }
      if (state.kept() == null) {
        admitted.add(found.event());
      }
    }
    write(changed.values());
    return admitted;
  }

  private static State next(Found found, State state, boolean beginning) {
    if (state == null) {
      boolean begins = beginning && Projections.begins(found.event().type());
      return new State(found.key(), found.published(), null, begins ? null : EXPIRED);
    }
    return beginning || state.kept() != null || state.certain() != null
        ? state
        : state.checked(found);
  }

  /** Leaves keys as they are in the running model. */
  void keep(Collection<UUID> keys, String reason) {
    Map<UUID, State> known = read(List.copyOf(keys));
    write(
        keys.stream()
            .distinct()
            .map(
                key -> Objects.requireNonNullElse(known.get(key), new State(key, null, null, null)))
            .filter(state -> state.kept() == null)
            .map(state -> new State(state.key(), state.began(), state.certain(), reason))
            .toList());
  }

  private Map<UUID, State> read(List<UUID> keys) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(READ)
                .bindArray("keys", UUID.class, keys)
                .map(
                    (row, context) ->
                        new State(
                            row.getObject("key", UUID.class),
                            row.getTimestamp("began_at") == null
                                ? null
                                : row.getTimestamp("began_at").toInstant(),
                            row.getObject("certain", Boolean.class),
                            row.getString("kept")))
                .collectToMap(State::key, state -> state));
  }

  private void write(Collection<State> states) {
    if (states.isEmpty()) {
      return;
    }
    List<State> rows = List.copyOf(states);
    database.useHandle(
        handle ->
            handle
                .createUpdate(WRITE)
                .bindArray("keys", UUID.class, rows.stream().map(State::key).toList())
                .bindArray("began", String.class, rows.stream().map(KeyRegister::began).toList())
                .bindArray(
                    "certain",
                    String.class,
                    rows.stream().map(s -> Objects.toString(s.certain(), null)).toList())
                .bindArray("kept", String.class, rows.stream().map(State::kept).toList())
                .execute());
  }

  private static String began(State state) {
    return state.began() == null ? null : state.began().atOffset(ZoneOffset.UTC).toString();
  }
}
