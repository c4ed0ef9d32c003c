package microstorm.testing;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes the database of a service unavailable at random moments while clients send requests,
 * restores it, and keeps the responses.
 */
public final class DatabaseOutages {

  private static final int CLIENTS = 8;
  private static final int LONGEST_CALM = 40;
  private static final int LONGEST_OUTAGE = CLIENTS;

  private final String database;
  private final Map<String, Supplier<Response>> requests = new LinkedHashMap<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answered = new AtomicInteger();
  private volatile boolean done;

  /** Causes outages of a database of {@link TestServers}. */
  public DatabaseOutages(String database) {
    this.database = database;
  }

  /** The response to a request of this name; {@code retryAfter} is null without that header. */
  public record Answer(String request, int status, String retryAfter, String body) {

    /** Whether the request succeeded. */
    public boolean isSuccess() {
      return status < 300;
    }

    /** Whether the response says that the database is unavailable and when to try again. */
    public boolean isUnavailable() {
      return status == 503 && retryAfter != null;
    }

    /** Whether the response says that the client has used its share and when to try again. */
    public boolean isOverShare() {
      return status == 429 && retryAfter != null;
    }
  }

  /** Adds a request that succeeds while the database is available. */
  public DatabaseOutages request(String name, Supplier<Response> request) {
    requests.put(name, request);
    return this;
  }

  /**
   * Causes each fault {@code microstorm.outages} times, once if that is not set, in random order,
   * and returns when every request succeeds again. Prints the seed of the order and the moments,
   * which {@code microstorm.seed} sets, and the numbers of responses.
   */
  public Collection<Answer> cause() {
    long seed = Long.getLong("microstorm.seed", System.nanoTime());
    requests.keySet().forEach(this::requireSuccess);
    System.out.println("The seed of the database outages is " + seed + ".");
    cause(Integer.getInteger("microstorm.outages", 1), seed);
    System.out.println(count());
    return answers;
  }

  private void cause(int times, long seed) {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Random random = new Random(seed + i);
        all.add(CompletableFuture.runAsync(() -> send(random), clients));
      }
      outages(times, new Random(seed));
      done = true;
      all.forEach(CompletableFuture::join);
    } finally {
      done = true;
      clients.shutdown();
    }
    requests.keySet().forEach(this::awaitSuccess);
  }

  private Map<String, Long> count() {
    return answers.stream()
        .collect(
            Collectors.groupingBy(
                answer -> answer.request() + " " + answer.status(),
                TreeMap::new,
                Collectors.counting()));
  }

  private void outages(int times, Random random) {
    List<DatabaseFault> order = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      order.addAll(List.of(DatabaseFault.values()));
    }
    Collections.shuffle(order, random);
    for (DatabaseFault fault : order) {
      awaitAnswers(1 + random.nextInt(LONGEST_CALM));
      fault.begin(database);
      try {
        awaitAnswers(1 + random.nextInt(LONGEST_OUTAGE));
      } finally {
        fault.end(database);
      }
      awaitSuccess(requests.keySet().iterator().next());
    }
  }

  private void awaitAnswers(int more) {
    int enough = answered.get() + more;
    Patience.await(more + " answers").until(() -> answered.get() >= enough);
  }

  private void awaitSuccess(String request) {
    Patience.await(request + " succeeds again").until(() -> ask(request).isSuccess());
  }

  private void requireSuccess(String request) {
    Answer answer = ask(request);
    if (!answer.isSuccess()) {
      throw new IllegalStateException(answer.toString());
    }
  }

  private void send(Random random) {
    List<String> names = List.copyOf(requests.keySet());
    while (!done) {
      ask(names.get(random.nextInt(names.size())));
    }
  }

  private Answer ask(String name) {
    Response response = requests.get(name).get();
    Answer answer =
        new Answer(
            name, response.statusCode(), response.header("Retry-After"), response.asString());
    answers.add(answer);
    answered.incrementAndGet();
    return answer;
  }
}
