package microstorm.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import microstorm.client.Person;

/**
 * A real person who joins the demo with its link and takes part beside the simulated people. The
 * demo waits for them, and for nobody if there is none.
 */
final class Guest {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final double SECONDS = 60;

  private final Person facilitator;
  private final Narrator narrator;
  private final Pace pace;
  private Optional<String> id = Optional.empty();

  Guest(Person facilitator, Narrator narrator, Pace pace) {
    this.facilitator = facilitator;
    this.narrator = narrator;
    this.pace = pace;
  }

  /** Waits until somebody joins who is not one of these people, for at most ten minutes. */
  void await(List<Person> simulated) throws InterruptedException {
    List<String> known = simulated.stream().map(Person::id).toList();
    waitUntil(
        board -> {
          id = participants(board).filter(person -> !known.contains(person)).findFirst();
          return id.isPresent();
        });
    narrator.say(
        id.isPresent()
            ? "You have joined. Follow the page, and press its button when you are done."
            : "Nobody has joined in ten minutes. The others go on without you.");
  }

  private static Stream<String> participants(JsonNode board) {
    return seats(board)
        .filter(person -> person.path("present").asBoolean())
        .filter(person -> person.path("role").asText().equals("participant"))
        .map(person -> person.path("participantId").asText());
  }

  private static Stream<JsonNode> seats(JsonNode board) {
    return StreamSupport.stream(board.path("participants").spliterator(), false);
  }

  /** Gives the person a minute for a phase in which nobody waits for others. */
  void giveTime(String what) throws InterruptedException {
    if (id.isPresent()) {
      narrator.say("You have a minute: " + what);
      pace.pause(SECONDS);
    }
  }

  /** Waits until the person is ready or has left, for at most ten minutes. */
  void awaitReady() throws InterruptedException {
    if (id.isPresent()) {
      narrator.say("Waiting until you are done.");
      waitUntil(
          board ->
              seats(board)
                  .filter(person -> person.path("participantId").asText().equals(id.get()))
                  .allMatch(
                      person ->
                          person.path("ready").asBoolean() || !person.path("present").asBoolean()));
    }
  }

  private void waitUntil(Predicate<JsonNode> condition) throws InterruptedException {
    Instant end = Instant.now().plus(LONGEST_WAIT);
    while (!condition.test(facilitator.board()) && Instant.now().isBefore(end)) {
      TimeUnit.SECONDS.sleep(1);
    }
  }
}
