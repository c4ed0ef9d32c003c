package microstorm.web.share;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import microstorm.web.Refusal;
import microstorm.web.Requester;
import org.junit.jupiter.api.Test;

/** The turns of teams and clients. */
class FairQueueTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Requester LOUD = new Requester("loud team", "loud client");
  private static final Requester LOUD_TOO = new Requester("loud team", "second loud client");
  private static final Requester VICTIM = new Requester("victim team", "victim");

  private final FairQueue fair =
      new FairQueue("requests", new Shares(4, 3, 2), new Shares(8, 6, 5), LONG);

  private static List<CompletableFuture<Permit>> flood(FairQueue queue, Requester requester) {
    List<CompletableFuture<Permit>> turns = new ArrayList<>();
    try {
      for (int i = 0; i < 1_000; i++) {
        turns.add(queue.enter(requester, 1));
      }
    } catch (Refusal full) {
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
    FairQueue unfair = new FairQueue("requests", new Shares(4, 4, 4), new Shares(8, 8, 8), LONG);
    assertThat(granted(flood(unfair, LOUD))).isEqualTo(4);
    assertThatThrownBy(() -> unfair.enter(VICTIM, 1)).isInstanceOf(Refusal.class);
  }

  @Test
  void teamsTakeTurnsHoweverManyOfOneWait() {
    FairQueue narrow = new FairQueue("requests", new Shares(1, 1, 1), new Shares(8, 8, 8), LONG);
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
    FairQueue sized = new FairQueue("logs", new Shares(12, 1, 1), new Shares(32, 12, 12), LONG);
    assertThat(sized.enter(LOUD, 10)).isDone();
    assertThat(sized.enter(LOUD, 1)).isNotDone();
    assertThat(sized.enter(VICTIM, 2)).isDone();
    assertThat(sized.enter(new Requester("third team", "third"), 1)).isNotDone();
  }

  @Test
  void whatLeavesTheQueueOrRanIsForgotten() {
    List<CompletableFuture<Permit>> turns = flood(fair, LOUD);
    turns.subList(2, turns.size()).forEach(turn -> turn.cancel(false));
    turns.subList(0, 2).forEach(turn -> turn.join().close());
    assertThat(fair.isEmpty()).isTrue();
  }

  @Test
  void aTurnThatDoesNotComeInTimeIsRefusedAndForgotten() {
    FairQueue hasty =
        new FairQueue("requests", new Shares(1, 1, 1), new Shares(8, 8, 8), Duration.ofMillis(1));
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
}
