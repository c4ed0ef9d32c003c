package microstorm.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import microstorm.embedded.Processes;
import microstorm.local.setup.Progress;
import microstorm.local.setup.RunState;
import microstorm.local.setup.StartException;

/**
 * Waits for the children of a launcher that was killed. They end by themselves, which takes a
 * moment.
 */
public final class OrphanReaper {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private OrphanReaper() {}

  /** Waits until the children have ended, and kills those that have not ended in time. */
  public static void awaitGone(Path data, Progress progress) {
    List<ProcessHandle> alive = alive(data);
    if (!alive.isEmpty()) {
      progress.timed("processes of the last run", () -> end(data));
    }
    RunState.forget(data);
  }

  private static List<ProcessHandle> alive(Path data) {
    return RunState.read(data).stream()
        .flatMap(state -> state.children().stream())
        .flatMap(child -> child.process().stream())
        .toList();
  }

  private static void end(Path data) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!alive(data).isEmpty() && Instant.now().isBefore(deadline)) {
      pause();
    }
    List<ProcessHandle> remaining = alive(data);
    remaining.forEach(ProcessHandle::destroyForcibly);
    while (remaining.stream().anyMatch(Processes::runs)) {
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartException("Interrupted while waiting for the processes of the last run.", e);
    }
  }
}
