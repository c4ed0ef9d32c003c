package microstorm.idea.snapshot;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicInteger;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Requester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The memory for boards that wait for their clients, with deadlines that are never reached. */
class ResponseBudgetTest {

  private static final int MEGABYTE = 1 << 20;
  private static final Requester SILENT = new Requester("silent team", "silent client");
  private static final Requester VICTIM = new Requester("victim team", "victim");

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger cut = new AtomicInteger();

  @AfterEach
  void close() {
    vertx.close();
  }

  private ResponseBudget boards(String teamPercent) {
    ReadLimiterConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(ReadLimiterConfig.class)
            .withDefaultValue("microstorm.readings.megabytes-unread", "16")
            .withDefaultValue("microstorm.readings.team-percent", teamPercent)
            .withDefaultValue("microstorm.readings.client-percent", teamPercent)
            .withDefaultValue("microstorm.readings.stalled", "30m")
            .withDefaultValue("microstorm.readings.slowest", "30m")
            .build()
            .getConfigMapping(ReadLimiterConfig.class);
    return new ResponseBudget(config, vertx, new SimpleMeterRegistry());
  }

  private PendingResponse count(ResponseBudget boards, Requester requester, int megabytes) {
    return boards.count(requester, megabytes * MEGABYTE, cut::incrementAndGet);
  }

  private boolean isCounted(ResponseBudget boards, int megabytes) {
    try {
      count(boards, VICTIM, megabytes);
      return true;
    } catch (ProblemException refused) {
      return false;
    }
  }

  @Test
  void aTeamGetsAShare() {
    ResponseBudget boards = boards("25");
    count(boards, SILENT, 4);
    assertThatThrownBy(() -> count(boards, SILENT, 1)).hasMessageContaining("One client may have");
    assertThatThrownBy(() -> boards.check(SILENT)).isInstanceOf(ProblemException.class);
    count(boards, VICTIM, 4);
  }

  /** The negative control of the share; then clients that read nothing are cut off. */
  @Test
  void clientsThatDoNotReadAreCutOffForOthers() {
    ResponseBudget boards = boards("100");
    count(boards, SILENT, 8);
    count(boards, SILENT, 8);
    assertThat(isCounted(boards, 9)).isFalse();
    await("the silent clients' boards").until(() -> isCounted(boards, 9));
    assertThat(cut).hasValue(2);
  }

  @Test
  void aClientThatReadsIsNotCutOff() {
    ResponseBudget boards = boards("100");
    PendingResponse read = count(boards, SILENT, 8);
    count(boards, SILENT, 8);
    await("the silent client's board")
        .until(
            () -> {
              read.progressed();
              return isCounted(boards, 1);
            });
    assertThat(cut).hasValue(1);
    read.progressed();
    assertThat(isCounted(boards, 8)).isFalse();
  }
}
