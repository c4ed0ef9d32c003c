package microstorm.idea.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.http.token.Caller;
import microstorm.idea.hint.Hints;
import microstorm.idea.viewer.Viewer;
import org.junit.jupiter.api.Test;

/** The queue of each board. */
class PostQueueTest {

  private static final UUID ONE = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  private final PostQueue queue = new PostQueue(4);
  private final List<PendingPost> posts = new ArrayList<>();

  private PendingPost post(UUID session) {
    Post post =
        new Post(
            session,
            new Viewer(UUID.randomUUID(), Caller.PARTICIPANT, List.of()),
            UUID.randomUUID(),
            false,
            "an idea",
            null,
            null,
            "idea",
            null,
            List.of(),
            Hints.NONE);
    Uni.createFrom()
        .<PostResult>emitter(emitter -> posts.add(new PendingPost(post, emitter, () -> {})))
        .subscribe()
        .with(result -> {}, refusal -> {});
    return posts.get(posts.size() - 1);
  }

  private PendingPost offered(UUID session) {
    PendingPost post = post(session);
    queue.put(post);
    return post;
  }

  private static void answer(List<PendingPost> group) {
    group.forEach(post -> post.fail(new IllegalStateException("answered")));
  }

  private List<PendingPost> takeSome() throws InterruptedException {
    List<PendingPost> group;
    do {
      group = queue.take();
    } while (group.isEmpty());
    return group;
  }

  @Test
  void aBoardsQueueHasOneWriterAndKeepsItsOrder() throws InterruptedException {
    PendingPost first = offered(ONE);
    assertThat(queue.take()).containsExactly(first);
    PendingPost second = offered(ONE);
    PendingPost elsewhere = offered(OTHER);
    assertThat(queue.take()).containsExactly(elsewhere);
    // unanswered: at the front of the queue again
    queue.settle(List.of(first));
    assertThat(takeSome()).containsExactly(first, second);
  }

  @Test
  void aPausedQueueDelaysNoOther() throws InterruptedException {
    PendingPost held = offered(ONE);
    queue.settle(queue.take());
    PendingPost free = offered(OTHER);
    List<PendingPost> group = takeSome();
    assertThat(group).contains(free);
    answer(List.of(free));
    queue.settle(group);
    assertThat(takeSome()).containsExactly(held);
  }

  @Test
  void aLongQueueAlternatesWithTheOthers() throws InterruptedException {
    List<PendingPost> posted = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      posted.add(offered(ONE));
    }
    PendingPost other = offered(OTHER);
    List<PendingPost> group = queue.take();
    assertThat(group).containsExactly(posted.get(0), posted.get(1), other);
    answer(group);
    queue.settle(group);
    assertThat(queue.take()).containsExactlyElementsOf(posted.subList(2, 6));
  }

  @Test
  void answeredAndDrainedPostsAreNotCounted() throws InterruptedException {
    for (int i = 0; i < 6; i++) {
      offered(ONE);
    }
    List<PendingPost> group = queue.take();
    assertThat(queue.size()).isEqualTo(6);
    answer(group);
    queue.settle(group);
    assertThat(queue.size()).isEqualTo(2);
    offered(OTHER);
    assertThat(queue.drain()).hasSize(3);
    assertThat(queue.size()).isZero();
  }

  @Test
  void drainingKeepsTheQueueOfAWriterUsable() throws InterruptedException {
    offered(ONE);
    List<PendingPost> group = queue.take();
    PendingPost drained = offered(ONE);
    assertThat(queue.drain()).containsExactly(drained);
    answer(group);
    queue.settle(group);
    PendingPost next = offered(ONE);
    assertThat(queue.take()).containsExactly(next);
  }
}
