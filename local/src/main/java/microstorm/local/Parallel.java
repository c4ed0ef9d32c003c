package microstorm.local;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Works that are done side by side, each told when it is done. */
final class Parallel {
  private final Progress progress;
  private final Runnable pause;

  Parallel(Progress progress, Runnable pause) {
    this.progress = progress;
    this.pause = pause;
  }

  /** Does all works at once; throws what the first of them throws, at once, too. */
  void run(Map<String, Runnable> works) {
    progress.say("Waiting for " + String.join(", ", works.keySet().stream().sorted().toList()));
    CompletableFuture<?>[] all =
        works.entrySet().stream()
            .map(work -> CompletableFuture.runAsync(() -> timed(work), Parallel::inThread))
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

  private void timed(Map.Entry<String, Runnable> work) {
    progress.timed(
        work.getKey(),
        () -> {
          work.getValue().run();
          return work;
        });
  }

  /** Stops processes at once, and returns when all are gone. */
  void stop(List<? extends Supervised> processes) {
    CompletableFuture.allOf(
            processes.stream()
                .map(process -> CompletableFuture.runAsync(process::stop, Parallel::inThread))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private static void inThread(Runnable work) {
    Thread thread = new Thread(work, "process-tree");
    thread.setDaemon(true);
    thread.start();
  }
}
