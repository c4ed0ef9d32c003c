package microstorm.local.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import microstorm.local.setup.Progress;

/** Runs tasks in parallel, and reports each when it is done. */
final class Parallel {
  private final Progress progress;
  private final Runnable pause;

  Parallel(Progress progress, Runnable pause) {
    this.progress = progress;
    this.pause = pause;
  }

  /**
   * Runs all tasks in parallel. If one fails, throws its exception without waiting for the others.
   */
  void run(Map<String, Runnable> tasks) {
    progress.say("Waiting for " + String.join(", ", tasks.keySet().stream().sorted().toList()));
    CompletableFuture<?>[] all =
        tasks.entrySet().stream()
            .map(
                task ->
                    CompletableFuture.runAsync(
                        () -> progress.timed(task.getKey(), task.getValue()), Parallel::inThread))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture<Void> done = CompletableFuture.allOf(all);
    while (!done.isDone()
        && Stream.of(all).noneMatch(CompletableFuture::isCompletedExceptionally)) {
      progress.stillWaiting();
      pause.run();
    }
    try {
      Stream.of(all).filter(CompletableFuture::isDone).forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Stops processes in parallel, and returns when all have ended. */
  void stop(List<? extends Supervised> processes) {
    CompletableFuture.allOf(
            processes.stream()
                .map(process -> CompletableFuture.runAsync(process::stop, Parallel::inThread))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private static void inThread(Runnable task) {
    Thread thread = new Thread(task, "process-tree");
    thread.setDaemon(true);
    thread.start();
  }
}
