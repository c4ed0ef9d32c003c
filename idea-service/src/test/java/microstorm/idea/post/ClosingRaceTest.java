package microstorm.idea.post;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.idea.AtOnce;
import microstorm.idea.idea.Rows;
import microstorm.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R11: many clients post while the session closes, and nothing is accepted after the seal. */
@IdeaServiceTest
class ClosingRaceTest {

  private static final int CLIENTS = 64;

  /** Enough authors for the clients of each to stay within one author's share of the queue. */
  private static final int AUTHORS = 4;

  private static final int FIRST = 100;
  private static final int WRITERS = 16;
  private static final int PATIENCE_SECONDS = 90;
  private static final Map<String, String> TOO_LATE = Map.of("text", "too late");
  private static final String OPEN =
      "select count(*) from board where session_id = ? and phase = 'quiet'";

  @ParameterizedTest
  @ValueSource(strings = {"quiet-started", "sharing-started"})
  void nothingIsAcceptedAfterTheSeal(String phase) {
    LiveBoard board = LiveBoard.in(phase, false);
    List<Person> authors = Stream.generate(() -> board.join("participant")).limit(AUTHORS).toList();
    AtomicInteger taken = new AtomicInteger();
    CompletableFuture<List<List<Response>>> race =
        CompletableFuture.supplyAsync(
            () ->
                AtOnce.each(
                    CLIENTS,
                    client -> postUntilRefused(board, authors.get(client % AUTHORS), taken)));
    Patience.await("the race is on").until(() -> taken.get() >= FIRST);
    board.publish("closing", event -> {});
    List<Response> answers = race.join().stream().flatMap(List::stream).toList();

    JsonNode seal = board.events("board-sealed", 1).get(0).payload();
    List<Response> accepted = answers.stream().filter(a -> a.statusCode() == 201).toList();
    assertThat(accepted).allMatch(a -> a.<Integer>path("seq") < seal.get("seq").asInt());
    assertThat(seal.get("ideas").asInt()).isEqualTo(accepted.size());
    assertThat(writtenAfterTheSeal(board)).isZero();
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() != 201)
        .hasSize(CLIENTS)
        .allMatch(answer -> answer.statusCode() == 409)
        .allMatch(answer -> answer.<String>path("type").endsWith("#session-closed"));
  }

  private static List<Response> postUntilRefused(
      LiveBoard board, Person author, AtomicInteger taken) {
    List<Response> answers = new ArrayList<>();
    Response last;
    do {
      last = board.as(author).body(Map.of("text", "in time?")).post(board.ideas());
      answers.add(last);
      taken.incrementAndGet();
    } while (last.statusCode() == 201);
    return answers;
  }

  private static long writtenAfterTheSeal(LiveBoard board) {
    int seal = board.events("board-sealed", 1).get(0).payload().get("seq").asInt();
    return Rows.number(
        "select count(*) from idea where session_id = ? and seq > " + seal, board.session);
  }

  @Test
  void aWriterThatSawTheBoardOpenCannotWriteAfterTheSeal() throws Exception {
    LiveBoard board = LiveBoard.in("quiet-started", false);
    Person author = board.join("participant");
    List<Integer> answers =
        writtenWhileItIsSealed(
            board, () -> board.as(author).body(TOO_LATE).post(board.ideas()).statusCode());
    assertThat(answers).hasSize(WRITERS).isSubsetOf(201, 409);
    assertThat(writtenAfterTheSeal(board)).isZero();
  }

  /**
   * The control: a writer that checks the phase first and then writes without the lock is too late.
   */
  @Test
  void checkThenInsertBreaksTheSeal() throws Exception {
    LiveBoard board = LiveBoard.in("quiet-started", false);
    writtenWhileItIsSealed(
        board,
        () -> {
          Rows.execute(
              """
              with next as (
                update board set seq = seq + 1 where session_id = '%1$s' returning seq)
              insert into idea (id, session_id, position, kind, text, submitted_at, shared, seq)
              select '%2$s', '%1$s', seq, 'idea', 'too late', now(), false, seq from next
              """
                  .formatted(board.session, UUID.randomUUID()));
          return null;
        });
    assertThat(writtenAfterTheSeal(board)).isPositive();
  }

  /** All writers have seen the board open and write while it is being sealed. */
  private static <T> List<T> writtenWhileItIsSealed(LiveBoard board, Supplier<T> write)
      throws Exception {
    CyclicBarrier sealing = new CyclicBarrier(WRITERS + 1);
    CountDownLatch seen = new CountDownLatch(WRITERS);
    CompletableFuture<List<T>> race;
    try (Connection holder = Rows.connect()) {
      Rows.hold(holder, board.session);
      race =
          CompletableFuture.supplyAsync(
              () ->
                  AtOnce.each(
                      WRITERS,
                      writer -> {
                        assertThat(Rows.number(OPEN, board.session)).isOne();
                        seen.countDown();
                        await(sealing);
                        return write.get();
                      }));
      Patience.await("all have seen it open").until(() -> seen.getCount() == 0);
      board.publish("closing", event -> {});
      Patience.await("the seal waits for the board").until(() -> Rows.waiting() > 0);
      await(sealing);
      holder.commit();
    }
    List<T> written = race.join();
    board.events("board-sealed", 1);
    return written;
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
