package microstorm.http.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Requester;
import org.junit.jupiter.api.Test;

/** The division of a capacity among teams and clients. */
class FairShareLimiterTest {

  private static final Requester LOUD = new Requester("loud team", "loud client");
  private static final Requester LOUD_TOO = new Requester("loud team", "second loud client");
  private static final Requester VICTIM = new Requester("victim team", "victim");

  private final FairShareLimiter limiter = new FairShareLimiter("things", new Shares(10, 5, 3), 1);

  private List<Permit> takeAll(Requester requester) {
    List<Permit> permits = new ArrayList<>();
    while (limiter.isWithinShare(requester, 1) && limiter.hasRoom(1)) {
      permits.add(limiter.acquire(requester, 1));
    }
    return permits;
  }

  @Test
  void aClientAndATeamGetTheirSharesAndTheOthersTheRest() {
    assertThat(takeAll(LOUD)).hasSize(3);
    assertThatThrownBy(() -> limiter.acquire(LOUD, 1))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("One client may have");
    assertThat(takeAll(LOUD_TOO)).hasSize(2);
    assertThatThrownBy(() -> limiter.acquire(LOUD_TOO, 1))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("One team may have");
    assertThat(takeAll(VICTIM)).hasSize(3);
  }

  /** The negative control. */
  @Test
  void withSharesAsLargeAsTheTotalOneClientKeepsTheOthersOut() {
    FairShareLimiter unfair = new FairShareLimiter("things", new Shares(10, 10, 10), 1);
    for (int i = 0; i < 10; i++) {
      unfair.acquire(LOUD, 1);
    }
    assertThatThrownBy(() -> unfair.acquire(VICTIM, 1))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no room for more things");
  }

  @Test
  void anAmountLargerThanAShareIsGrantedToAHolderOfNothing() {
    limiter.acquire(LOUD, 7);
    assertThat(limiter.isWithinShare(LOUD, 1)).isFalse();
    assertThat(limiter.hasRoom(3)).isTrue();
    assertThat(limiter.hasRoom(4)).isFalse();
  }

  @Test
  void closingAPermitAgainChangesNothing() {
    Permit permit = limiter.acquire(LOUD, 2);
    limiter.acquire(LOUD, 1);
    permit.close();
    permit.close();
    assertThat(limiter.taken()).isEqualTo(1);
  }

  @Test
  void aHundredThousandClientsLeaveNothingBehind() {
    for (int i = 0; i < 100_000; i++) {
      limiter.acquire(new Requester("team " + i, "client " + i), 1).close();
    }
    assertThat(limiter.entries()).isZero();
    assertThat(limiter.taken()).isZero();
  }
}
