package microstorm.idea.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.idea.board.Viewer;
import microstorm.web.Caller;
import org.junit.jupiter.api.Test;

/** The line of each board. */
class PostQueueTest {

  private static final UUID ONE = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  private final PostQueue backlog = new PostQueue(4);
  private final List<PendingPost> posts = new ArrayList<>();

  private PendingPost post(UUID session) {
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
        .<PostResult>emitter(emitter -> posts.add(new PendingPost(post, emitter, () -> {})))
        .subscribe()
        .with(verdict -> {}, refusal -> {});
    return posts.get(posts.size() - 1);
  }

  private PendingPost offered(UUID session) {
    PendingPost post = post(session);
    backlog.put(post);
    return post;
  }

  private static void answer(List<PendingPost> group) {
    group.forEach(post -> post.fail(new IllegalStateException("answered")));
  }

  private List<PendingPost> takeSome() throws InterruptedException {
    List<PendingPost> group;
    do {
      group = backlog.take();
    } while (group.isEmpty());
    return group;
  }

  @Test
  void aLineIsWithOneWriterAndKeepsItsOrder() throws InterruptedException {
    PendingPost first = offered(ONE);
    assertThat(backlog.take()).containsExactly(first);
    PendingPost second = offered(ONE);
    PendingPost elsewhere = offered(OTHER);
    assertThat(backlog.take()).containsExactly(elsewhere);
    // not answered: first in line again
    backlog.settle(List.of(first));
    assertThat(takeSome()).containsExactly(first, second);
  }

  @Test
  void aLineThatRestsKeepsNoOtherBack() throws InterruptedException {
    PendingPost held = offered(ONE);
    backlog.settle(backlog.take());
    PendingPost free = offered(OTHER);
    List<PendingPost> group = takeSome();
    assertThat(group).contains(free);
    answer(List.of(free));
    backlog.settle(group);
    assertThat(takeSome()).containsExactly(held);
  }

  @Test
  void aLongLineTakesTurnsWithTheOthers() throws InterruptedException {
    List<PendingPost> line = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      line.add(offered(ONE));
    }
    PendingPost other = offered(OTHER);
    List<PendingPost> group = backlog.take();
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
    List<PendingPost> group = backlog.take();
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
    List<PendingPost> group = backlog.take();
    PendingPost drained = offered(ONE);
    assertThat(backlog.drain()).containsExactly(drained);
    answer(group);
    backlog.settle(group);
    PendingPost next = offered(ONE);
    assertThat(backlog.take()).containsExactly(next);
  }
}
