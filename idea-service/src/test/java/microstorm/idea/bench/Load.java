package microstorm.idea.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Clients that repeat something for a while, each on a thread of its own. */
final class Load {

  /** A client that repeats one operation. */
  interface Client extends AutoCloseable {

    /** Runs the operation once. */
    void once() throws Exception;

    @Override
    void close() throws IOException, SQLException;
  }

  /** Creates clients. */
  interface Clients {
    Client client(int number) throws Exception;
  }

  private Load() {}

  /**
   * Closed loop: each client starts the next operation after the previous one. Returns operations
   * per second.
   */
  static double closed(int clients, double seconds, Clients maker) throws Exception {
    long[] latencies = run(clients, seconds, 0, maker);
    return latencies.length / seconds;
  }

  /** Closed loop of one client. Returns the durations in nanoseconds, sorted. */
  static long[] alone(double seconds, Clients maker) throws Exception {
    long[] latencies = run(1, seconds, 0, maker);
    Arrays.sort(latencies);
    return latencies;
  }

  /**
   * Open loop at a fixed rate. Returns the times in nanoseconds from when each operation was due,
   * sorted.
   */
  static long[] open(int clients, double seconds, double rate, Clients maker) throws Exception {
    long[] latencies = run(clients, seconds, (long) (1e9 * clients / rate), maker);
    Arrays.sort(latencies);
    return latencies;
  }

  private static long[] run(int clients, double seconds, long interval, Clients maker)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<Client> made = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        made.add(maker.client(i));
      }
      long start = System.nanoTime();
      long end = start + (long) (seconds * 1e9);
      List<Future<long[]>> results = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        Client client = made.get(i);
        long first = start + interval * i / clients;
        Callable<long[]> work = () -> repeat(client, first, end, interval);
        results.add(threads.submit(work));
      }
      List<long[]> latencies = new ArrayList<>();
      for (Future<long[]> result : results) {
        latencies.add(result.get());
      }
      for (Client client : made) {
        client.close();
      }
      return latencies.stream().flatMapToLong(Arrays::stream).toArray();
    } finally {
      threads.shutdownNow();
    }
  }

  private static long[] repeat(Client client, long first, long end, long interval)
      throws Exception {
    long[] latencies = new long[1 << 10];
    int count = 0;
    long due = first;
    while (due < end) {
      for (long wait = due - System.nanoTime(); interval > 0 && wait > 0; ) {
        LockSupport.parkNanos(wait);
        wait = due - System.nanoTime();
      }
      client.once();
      if (count == latencies.length) {
        latencies = Arrays.copyOf(latencies, 2 * count);
      }
      latencies[count++] = System.nanoTime() - due;
      due = interval > 0 ? due + interval : System.nanoTime();
    }
    return Arrays.copyOf(latencies, count);
  }
}
