package microstorm.http.share;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Requester;
import org.junit.jupiter.api.Test;

/** The turns of teams and clients. */
class FairQueueTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Requester LOUD = new Requester("loud team", "loud client");
  private static final Requester LOUD_TOO = new Requester("loud team", "second loud client");
  private static final Requester VICTIM = new Requester("victim team", "victim");

  private final FairQueue fair = queue("requests", new Shares(4, 3, 2), new Shares(8, 6, 5), LONG);

  private static FairQueue queue(String things, Shares running, Shares waiting, Duration patience) {
    return new FairQueue(things, running, 0, waiting, patience, System::nanoTime);
  }

  private static List<CompletableFuture<Permit>> flood(FairQueue queue, Requester requester) {
    List<CompletableFuture<Permit>> turns = new ArrayList<>();
    try {
      for (int i = 0; i < 1_000; i++) {
        turns.add(queue.enter(requester, 1));
      }
    } catch (ProblemException full) {
      return turns;
    }
    throw new AssertionError("The queue has no bound.");
  }

  private static long granted(List<CompletableFuture<Permit>> turns) {
    return turns.stream().filter(CompletableFuture::isDone).count();
  }

  @Test
  void aTeamThatFloodsTheQueueDelaysNoOther() {
    List<CompletableFuture<Permit>> client = flood(fair, LOUD);
    assertThat(client).hasSize(2 + 5);
    assertThat(granted(client)).isEqualTo(2);
    List<CompletableFuture<Permit>> team = flood(fair, LOUD_TOO);
    assertThat(team).hasSize(1 + 1);
    assertThat(granted(team)).isEqualTo(1);

    assertThat(fair.enter(VICTIM, 1)).isDone();
    // the victim's second request waits for the total, and no longer than for one other request
    CompletableFuture<Permit> second = fair.enter(VICTIM, 1);
    assertThat(second).isNotDone();
    client.get(0).join().close();
    client.get(1).join().close();
    assertThat(second).isDone();
  }

  /** The negative control. */
  @Test
  void withSharesAsLargeAsTheTotalATeamKeepsTheOthersOut() {
    FairQueue unfair = queue("requests", new Shares(4, 4, 4), new Shares(8, 8, 8), LONG);
    assertThat(granted(flood(unfair, LOUD))).isEqualTo(4);
    assertThat(unfair.enter(VICTIM, 1)).isNotDone();
  }

  @Test
  void teamsTakeTurnsRegardlessOfTheLengthOfTheirQueues() {
    FairQueue narrow = queue("requests", new Shares(1, 1, 1), new Shares(8, 8, 8), LONG);
    Permit first = narrow.enter(LOUD, 1).join();
    List<CompletableFuture<Permit>> loud = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      loud.add(narrow.enter(LOUD, 1));
    }
    CompletableFuture<Permit> victim = narrow.enter(VICTIM, 1);
    first.close();
    assertThat(loud.get(0)).isDone();
    loud.get(0).join().close();
    assertThat(victim).isDone();
    victim.join().close();
    assertThat(loud.get(1)).isDone();
  }

  @Test
  void largeRequestsLeaveRoomForSmallOnes() {
    FairQueue sized = queue("logs", new Shares(12, 1, 1), new Shares(32, 12, 12), LONG);
    assertThat(sized.enter(LOUD, 10)).isDone();
    assertThat(sized.enter(LOUD, 1)).isNotDone();
    assertThat(sized.enter(VICTIM, 2)).isDone();
    assertThat(sized.enter(new Requester("third team", "third"), 1)).isNotDone();
  }

  @Test
  void smallRequestsDoNotOvertakeALargeOne() {
    FairQueue sized = queue("logs", new Shares(12, 1, 1), new Shares(32, 12, 12), LONG);
    List<Permit> small = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      small.add(sized.enter(new Requester("team " + i, "client"), 1).join());
    }
    CompletableFuture<Permit> large = sized.enter(LOUD, 8);
    CompletableFuture<Permit> next = sized.enter(VICTIM, 1);
    assertThat(List.of(large, next)).noneMatch(CompletableFuture::isDone);
    small.get(0).close();
    assertThat(large).isDone();
    assertThat(next).isNotDone();
    small.get(1).close();
    assertThat(next).isDone();
  }

  @Test
  void aLargeRequestThatLeavesKeepsNoRoom() {
    FairQueue sized = queue("logs", new Shares(12, 12, 12), new Shares(32, 12, 12), LONG);
    sized.enter(new Requester("another team", "client"), 5).join();
    CompletableFuture<Permit> large = sized.enter(LOUD, 8);
    CompletableFuture<Permit> next = sized.enter(VICTIM, 1);
    assertThat(next).isNotDone();
    large.cancel(false);
    assertThat(next).isDone();
  }

  @Test
  void requestsDoNotOvertakeTheirOwnTeam() {
    FairQueue sized = queue("logs", new Shares(12, 4, 4), new Shares(32, 12, 12), LONG);
    Permit running = sized.enter(LOUD, 3).join();
    CompletableFuture<Permit> second = sized.enter(LOUD_TOO, 3);
    CompletableFuture<Permit> third = sized.enter(LOUD, 1);
    assertThat(List.of(second, third)).noneMatch(CompletableFuture::isDone);
    assertThat(sized.enter(VICTIM, 1)).isDone();
    running.close();
    assertThat(List.of(second, third)).allMatch(CompletableFuture::isDone);
  }

  @Test
  void aClientBeyondItsShareDelaysNobodyOfItsTeam() {
    assertThat(granted(flood(fair, LOUD))).isEqualTo(2);
    assertThat(fair.enter(LOUD_TOO, 1)).isDone();
  }

  @Test
  void fourTeamsThatFillTheQueueLeaveANewcomerItsPlace() {
    FairQueue narrow = queue("requests", new Shares(1, 1, 1), new Shares(8, 2, 2), LONG);
    Permit running = narrow.enter(VICTIM, 1).join();
    List<CompletableFuture<Permit>> waiting = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      waiting.addAll(flood(narrow, new Requester("team " + i, "client")));
    }
    assertThat(waiting).hasSize(8).noneMatch(CompletableFuture::isDone);

    CompletableFuture<Permit> newcomer = narrow.enter(VICTIM, 1);
    assertThat(newcomer).isNotDone();
    List<CompletableFuture<Permit>> refused =
        waiting.stream().filter(CompletableFuture::isCompletedExceptionally).toList();
    assertThat(refused).hasSize(1);
    assertThat(refused.get(0))
        .failsWithin(60, SECONDS)
        .withThrowableThat()
        .withCauseInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> narrow.enter(VICTIM, 1))
        .as("as many as the others have")
        .isInstanceOf(ProblemException.class);

    running.close();
    while (!newcomer.isDone()) {
      waiting.stream()
          .filter(turn -> turn.isDone() && !turn.isCompletedExceptionally())
          .forEach(turn -> turn.join().close());
    }
    newcomer.join().close();
    waiting.stream()
        .filter(turn -> !turn.isCompletedExceptionally())
        .forEach(turn -> turn.join().close());
    assertThat(narrow.isEmpty()).isTrue();
  }

  /** A queue for eight units that two teams fill with requests of one unit each. */
  private static FairQueue filled(List<CompletableFuture<Permit>> waiting) {
    FairQueue queue = queue("logs", new Shares(1, 1, 1), new Shares(8, 4, 4), LONG);
    queue.enter(VICTIM, 1).join();
    for (int i = 0; i < 4; i++) {
      waiting.add(queue.enter(LOUD, 1));
      waiting.add(queue.enter(new Requester("second team", "client"), 1));
    }
    return queue;
  }

  /** After two displaced requests the newcomer would hold as much as the others, and lack one. */
  @Test
  void aRefusedNewcomerDisplacesNobody() {
    List<CompletableFuture<Permit>> waiting = new ArrayList<>();
    FairQueue queue = filled(waiting);
    assertThatThrownBy(() -> queue.enter(new Requester("third team", "third"), 3))
        .isInstanceOf(ProblemException.class);
    assertThat(waiting).hasSize(8).noneMatch(CompletableFuture::isDone);
  }

  /** The control: two displaced requests are enough for this one. */
  @Test
  void anAcceptedNewcomerDisplacesAsManyAsItNeeds() {
    List<CompletableFuture<Permit>> waiting = new ArrayList<>();
    assertThat(filled(waiting).enter(new Requester("third team", "third"), 2)).isNotDone();
    assertThat(waiting).filteredOn(CompletableFuture::isCompletedExceptionally).hasSize(2);
  }

  @Test
  void finishedAndCancelledTurnsLeaveNothingBehind() {
    List<CompletableFuture<Permit>> turns = flood(fair, LOUD);
    turns.subList(2, turns.size()).forEach(turn -> turn.cancel(false));
    turns.subList(0, 2).forEach(turn -> turn.join().close());
    assertThat(fair.isEmpty()).isTrue();
  }

  @Test
  void aTurnThatDoesNotComeInTimeIsRefusedAndForgotten() {
    FairQueue hasty =
        queue("requests", new Shares(1, 1, 1), new Shares(8, 8, 8), Duration.ofMillis(1));
    Permit running = hasty.enter(LOUD, 1).join();
    CompletableFuture<Permit> late = hasty.enter(VICTIM, 1);
    assertThat(late)
        .failsWithin(60, SECONDS)
        .withThrowableThat()
        .withCauseInstanceOf(TimeoutException.class);
    assertThat(hasty.tooLate(VICTIM, 1)).hasMessageStartingWith("Other requests took too long");
    assertThat(hasty.tooLate(LOUD, 1)).hasMessageStartingWith("One client may have");
    running.close();
    assertThat(hasty.isEmpty()).isTrue();
  }

  private static FairQueue resting(int percent, LongSupplier nanoTime) {
    return new FairQueue(
        "boards", new Shares(1, 1, 1), percent, new Shares(8, 8, 8), LONG, nanoTime);
  }

  @Test
  void aTeamRestsAfterARequestAndOthersUseItsPlace() {
    AtomicLong clock = new AtomicLong();
    FairQueue queue = resting(100, clock::get);
    Permit running = queue.enter(LOUD, 1).join();
    CompletableFuture<Permit> next = queue.enter(LOUD_TOO, 1);
    clock.set(Duration.ofHours(1).toNanos());
    running.close();
    running.close();
    assertThat(next).isNotDone();
    assertThat(queue.enter(VICTIM, 1)).isDone();
    assertThat(queue.tooLate(LOUD_TOO, 1)).hasMessageStartingWith("One team may have");
    assertThat(queue.isEmpty()).isFalse();
  }

  /** The negative control. */
  @Test
  void withoutARestATeamContinuesAtOnce() {
    AtomicLong clock = new AtomicLong();
    FairQueue queue = resting(0, clock::get);
    Permit running = queue.enter(LOUD, 1).join();
    CompletableFuture<Permit> next = queue.enter(LOUD_TOO, 1);
    clock.set(Duration.ofHours(1).toNanos());
    running.close();
    assertThat(next).isDone();
  }

  @Test
  void aRestEndsInProportionToTheTimeOfTheRequest() {
    AtomicLong clock = new AtomicLong();
    FairQueue queue = resting(200, clock::get);
    Permit running = queue.enter(LOUD, 1).join();
    CompletableFuture<Permit> next = queue.enter(LOUD, 1);
    clock.set(Duration.ofMillis(1).toNanos());
    running.close();
    assertThat(next).succeedsWithin(60, SECONDS).satisfies(Permit::close);
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void theClientsOfATeamTakeTurnsRegardlessOfTheLengthOfTheirQueues() {
    FairQueue narrow = queue("requests", new Shares(1, 1, 1), new Shares(8, 8, 8), LONG);
    Permit running = narrow.enter(LOUD, 1).join();
    CompletableFuture<Permit> first = narrow.enter(LOUD, 1);
    CompletableFuture<Permit> second = narrow.enter(LOUD, 1);
    CompletableFuture<Permit> colleague = narrow.enter(LOUD_TOO, 1);
    running.close();
    first.join().close();
    assertThat(colleague).isDone();
    assertThat(second).isNotDone();
    colleague.join().close();
    assertThat(second).isDone();
  }
}
