package microstorm.idea.idea;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.idea.board.Viewer;
import microstorm.web.Caller;
import org.junit.jupiter.api.Test;

/** The line of each board. */
class BacklogTest {

  private static final UUID ONE = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  private final Backlog backlog = new Backlog(4);
  private final List<WaitingPost> posts = new ArrayList<>();

  private WaitingPost post(UUID session) {
    Post post =
        new Post(
            session,
            new Viewer(UUID.randomUUID(), Caller.PARTICIPANT, List.of()),
            UUID.randomUUID(),
            "an idea",
            null,
            null,
            "idea",
            null,
            List.of(),
            null);
    Uni.createFrom()
        .<Verdict>emitter(emitter -> posts.add(new WaitingPost(post, emitter, () -> {})))
        .subscribe()
        .with(verdict -> {}, refusal -> {});
    return posts.get(posts.size() - 1);
  }

  private WaitingPost offered(UUID session) {
    WaitingPost post = post(session);
    backlog.put(post);
    return post;
  }

  private static void answer(List<WaitingPost> group) {
    group.forEach(post -> post.fail(new IllegalStateException("answered")));
  }

  private List<WaitingPost> takeSome() throws InterruptedException {
    List<WaitingPost> group;
    do {
      group = backlog.take();
    } while (group.isEmpty());
    return group;
  }

  @Test
  void aLineIsWithOneWriterAndKeepsItsOrder() throws InterruptedException {
    WaitingPost first = offered(ONE);
    assertThat(backlog.take()).containsExactly(first);
    WaitingPost second = offered(ONE);
    WaitingPost elsewhere = offered(OTHER);
    assertThat(backlog.take()).containsExactly(elsewhere);
    // not answered: first in line again
    backlog.settle(List.of(first));
    assertThat(takeSome()).containsExactly(first, second);
  }

  @Test
  void aLineThatRestsKeepsNoOtherBack() throws InterruptedException {
    WaitingPost held = offered(ONE);
    backlog.settle(backlog.take());
    WaitingPost free = offered(OTHER);
    List<WaitingPost> group = takeSome();
    assertThat(group).contains(free);
    answer(List.of(free));
    backlog.settle(group);
    assertThat(takeSome()).containsExactly(held);
  }

  @Test
  void aLongLineTakesTurnsWithTheOthers() throws InterruptedException {
    List<WaitingPost> line = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      line.add(offered(ONE));
    }
    WaitingPost other = offered(OTHER);
    List<WaitingPost> group = backlog.take();
    assertThat(group).containsExactly(line.get(0), line.get(1), other);
    answer(group);
    backlog.settle(group);
    assertThat(backlog.take()).containsExactlyElementsOf(line.subList(2, 6));
  }

  @Test
  void postsThatAreAnsweredOrDrainedAreNotCounted() throws InterruptedException {
    for (int i = 0; i < 6; i++) {
      offered(ONE);
    }
    List<WaitingPost> group = backlog.take();
    assertThat(backlog.size()).isEqualTo(6);
    answer(group);
    backlog.settle(group);
    assertThat(backlog.size()).isEqualTo(2);
    offered(OTHER);
    assertThat(backlog.drain()).hasSize(3);
    assertThat(backlog.size()).isZero();
  }

  @Test
  void whatIsDrainedLeavesTheLineOfAWriterUsable() throws InterruptedException {
    offered(ONE);
    List<WaitingPost> group = backlog.take();
    WaitingPost drained = offered(ONE);
    assertThat(backlog.drain()).containsExactly(drained);
    answer(group);
    backlog.settle(group);
    WaitingPost next = offered(ONE);
    assertThat(backlog.take()).containsExactly(next);
  }
}
