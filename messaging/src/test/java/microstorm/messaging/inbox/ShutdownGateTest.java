package microstorm.messaging.inbox;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import microstorm.messaging.inbox.ShutdownGate.ShuttingDown;
import org.junit.jupiter.api.Test;

/** R7: the shutdown waits for the running batch, and no other batch begins. */
class ShutdownGateTest {

  private final ShutdownGate gate = new ShutdownGate();

  @Test
  void noBatchBeginsDuringTheShutdownDelay() {
    assertThat(gate.enter()).isTrue();
    gate.leave();
    gate.close(new ShutdownDelayInitiatedEvent());
    assertThat(gate.enter()).isFalse();
  }

  @Test
  void theShutdownWaitsForTheRunningBatch() {
    assertThat(gate.enter()).isTrue();
    CompletableFuture<Void> shutdown = CompletableFuture.runAsync(this::close);
    await().until(gate::isClosed);
    assertThat(shutdown).isNotDone();
    gate.leave();
    await().until(shutdown::isDone);
  }

  @Test
  void aBatchThatWaitsForTheDatabaseStopsAtOnce() {
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(() -> gate.pause(Duration.ofHours(1)));
    gate.close(new ShutdownDelayInitiatedEvent());
    assertThatThrownBy(waiting::join).hasCauseInstanceOf(ShuttingDown.class);
  }

  private void close() {
    try {
      gate.close(new ShutdownEvent());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
