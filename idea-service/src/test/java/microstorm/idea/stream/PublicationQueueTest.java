package microstorm.idea.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class PublicationQueueTest {

  /** The tasks that have a thread, in the order in which they got it. */
  private final Queue<Runnable> threads = new ArrayDeque<>();

  private final List<String> published = new ArrayList<>();
  private final PublicationQueue queue = new PublicationQueue(threads::add, 2);

  private void add(String team, int number) {
    queue.add(team, () -> published.add(team + number));
  }

  @Test
  void aTeamUsesItsPartOfTheThreads() {
    for (int number = 1; number <= 5; number++) {
      add("busy", number);
    }
    add("calm", 1);
    assertThat(threads).hasSize(3);
    threads.remove().run();
    threads.remove().run();
    threads.remove().run();
    assertThat(published).containsExactly("busy1", "busy2", "calm1");
    while (!threads.isEmpty()) {
      threads.remove().run();
    }
    assertThat(published).containsExactly("busy1", "busy2", "calm1", "busy3", "busy4", "busy5");
    assertThat(queue.teams()).isZero();
  }

  @Test
  void aFailedPublicationFreesItsThread() {
    queue.add(
        "team",
        () -> {
          throw new IllegalStateException("failed");
        });
    add("team", 1);
    add("team", 2);
    assertThatThrownBy(threads.remove()::run).isInstanceOf(IllegalStateException.class);
    threads.remove().run();
    threads.remove().run();
    assertThat(published).containsExactly("team1", "team2");
    assertThat(queue.teams()).isZero();
  }

  /** A refused one leaves no trace, so that later ones still run. */
  @Test
  void aReplicaThatStopsRefuses() {
    PublicationQueue stopped =
        new PublicationQueue(
            task -> {
              throw new RejectedExecutionException();
            },
            1);
    assertThatThrownBy(() -> stopped.add("team", () -> {}))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(stopped.teams()).isZero();
  }
}
