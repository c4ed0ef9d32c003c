package microstorm.idea.idea;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs many clients at the same time. */
public final class AtOnce {

  private AtOnce() {}

  /** The results of the clients, which are numbered from 0. */
  public static <T> List<T> each(int clients, IntFunction<T> act) {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    CountDownLatch allReady = new CountDownLatch(clients);
    try {
      List<CompletableFuture<T>> results =
          IntStream.range(0, clients)
              .mapToObj(
                  client ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            allReady.countDown();
                            awaitAll(allReady);
                            return act.apply(client);
                          },
                          threads))
              .toList();
      return results.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdown();
    }
  }

  private static void awaitAll(CountDownLatch ready) {
    try {
      ready.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
