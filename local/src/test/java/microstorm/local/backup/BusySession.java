package microstorm.local.backup;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import microstorm.client.Answer;
import microstorm.client.Api;
import microstorm.client.Person;
import microstorm.local.Patience;

/** A session whose participants share ideas all the time, each in a thread of their own. */
final class BusySession implements AutoCloseable {
  private static final int PEOPLE = 4;

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration LONGER_FOR_EACH_IDEA = Duration.ofMillis(2);

  private final JsonNode plan;
  private final Person facilitator;
  private final List<Person> people;
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads;
  private volatile boolean stopped;

  BusySession(Api api, String owner) {
    plan =
        api.post(
                "/api/sessions",
                owner,
                Map.of("title", "Busy", "problem", "Why?", "criteria", List.of("Fast")))
            .expect(201);
    facilitator =
        Person.join(api, id(), plan.path("facilitatorCode").asText(), "Gil", "facilitator");
    people =
        IntStream.range(0, PEOPLE)
            .mapToObj(
                n -> Person.join(api, id(), plan.path("joinCode").asText(), "P" + n, "participant"))
            .toList();
    to("lobby");
    to("quiet");
    people.forEach(person -> person.inSession("/ready", Map.of("ready", true)).expect(200));
    facilitator.inSession("/ready", Map.of("ready", true)).expect(200);
    to("sharing");
    threads = people.stream().map(person -> new Thread(() -> write(person), "writer")).toList();
    threads.forEach(Thread::start);
  }

  String id() {
    return plan.path("id").asText();
  }

  Person facilitator() {
    return facilitator;
  }

  /** The texts that were acknowledged until now. */
  List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** The texts that were sent until now. */
  Set<String> sent() {
    return Set.copyOf(sent);
  }

  @Override
  public void close() {
    stop();
  }

  /** Ends the writing. */
  void stop() {
    stopped = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void to(String phase) {
    facilitator.inSession("/phase", Map.of("to", phase)).expect(200);
    await()
        .atMost(Patience.AT_MOST)
        .until(() -> facilitator.board().path("phase").asText().equals(phase));
  }

  /** More and more slowly, so that the board is not full before the test has ended. */
  private void write(Person person) {
    while (!stopped) {
      Duration longer = LONGER_FOR_EACH_IDEA.multipliedBy(acknowledged.size());
      LockSupport.parkNanos(PAUSE.plus(longer).toNanos());
      String text = "Idea " + UUID.randomUUID();
      sent.add(text);
      Answer answer = person.onBoard("/ideas", Map.of("text", text));
      if (answer.status() == 201) {
        acknowledged.add(text);
      }
    }
  }
}
