package microstorm.idea.early;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import microstorm.database.RecordMapper;
import microstorm.idea.board.BoardsConfig;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Watches the boards that early requests wait for. One query at a time serves all of them, however
 * many they are. Nothing is queried while nobody waits.
 */
@ApplicationScoped
class BoardWatch {

  private static final Logger LOG = Logger.getLogger(BoardWatch.class);

  private static final long PAUSE_MILLIS = 20;

  private static final String STATES =
      "select session_id, team_id, phase, break_id from board where session_id = any(?)";

  private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean watching = new AtomicBoolean();
  private final Jdbi database;
  private final Duration patience;

  BoardWatch(Jdbi database, BoardsConfig config) {
    this.database = database;
    this.patience = config.phasePatience();
  }

  private record Watcher(
      UUID sessionId,
      Predicate<Optional<BoardState>> condition,
      CompletableFuture<Optional<BoardState>> found) {}

  /**
   * Waits for a state of a board. Cancel the future to wait no longer.
   *
   * @param condition gets an empty state while there is no board
   * @return the first state that meets the condition; fails with a {@link
   *     java.util.concurrent.TimeoutException} when the time is up
   */
  CompletableFuture<Optional<BoardState>> next(
      UUID sessionId, Predicate<Optional<BoardState>> condition) {
    Watcher watcher = new Watcher(sessionId, condition, new CompletableFuture<>());
    watchers.add(watcher);
    if (watching.compareAndSet(false, true)) {
      Infrastructure.getDefaultWorkerPool().execute(this::look);
    }
    watcher
        .found
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((state, failure) -> watchers.remove(watcher));
    return watcher.found;
  }

  /** The number of those who wait. */
  int size() {
    return watchers.size();
  }

  private void lookAgain() {
    Infrastructure.getDefaultWorkerPool().schedule(this::look, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      Set<Watcher> present = Set.copyOf(watchers);
      Map<UUID, BoardState> states = states(present);
      for (Watcher watcher : present) {
        Optional<BoardState> state = Optional.ofNullable(states.get(watcher.sessionId));
        if (watcher.condition.test(state)) {
          watcher.found.complete(state);
        }
      }
    } catch (RuntimeException unavailable) {
      LOG.debugf("The boards of early requests cannot be read at the moment: %s", unavailable);
    } finally {
      continueWhileSomebodyWaits();
    }
  }

  private void continueWhileSomebodyWaits() {
    if (!watchers.isEmpty()) {
      lookAgain();
      return;
    }
    watching.set(false);
    // somebody may have come before the change of the flag
    if (!watchers.isEmpty() && watching.compareAndSet(false, true)) {
      lookAgain();
    }
  }

  private Map<UUID, BoardState> states(Set<Watcher> watchers) {
    UUID[] sessions = watchers.stream().map(Watcher::sessionId).distinct().toArray(UUID[]::new);
    return database.withHandle(
        handle ->
            handle
                .createQuery(STATES)
                .bindArray(0, UUID.class, (Object[]) sessions)
                .map(RecordMapper.of(BoardState.class))
                .collect(toMap(BoardState::sessionId, Function.identity())));
  }
}
