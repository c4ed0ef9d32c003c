package microstorm.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import microstorm.embedded.Processes;

/** The children of a launcher that was killed: they end by themselves, which takes a moment. */
final class OrphanReaper {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private OrphanReaper() {}

  /** Waits until they are gone; those that stay are ended by force. */
  static void awaitGone(Path data, Progress progress) {
    List<ProcessHandle> alive = alive(data);
    if (!alive.isEmpty()) {
      progress.timed("the last run's processes", () -> end(data));
    }
    RunState.forget(data);
  }

  private static List<ProcessHandle> alive(Path data) {
    return RunState.read(data).stream()
        .flatMap(state -> state.children().stream())
        .flatMap(child -> child.process().stream())
        .toList();
  }

  private static Void end(Path data) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!alive(data).isEmpty() && Instant.now().isBefore(deadline)) {
      pause();
    }
    List<ProcessHandle> stubborn = alive(data);
    stubborn.forEach(ProcessHandle::destroyForcibly);
    while (stubborn.stream().anyMatch(Processes::runs)) {
      pause();
    }
    return null;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("Interrupted while waiting for the last run's processes.", e);
    }
  }
}
