package microstorm.idea.idea;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import microstorm.web.Refusal;
import org.jboss.logging.Logger;

/**
 * Where posts wait until one of a few threads writes them, all that are there at once: the more
 * come, the more of them share a commit (design, section 7).
 */
@ApplicationScoped
class PostQueue {

  private static final Logger LOG = Logger.getLogger(PostQueue.class);

  private static final long IDLE_MILLIS = 500;
  private static final long LAST_GROUP_MILLIS = 10_000;

  private final BlockingQueue<WaitingPost> waiting;
  private final PostWriter writer;
  private final int groupSize;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  PostQueue(PostWriter writer, IdeasConfig config) {
    this.writer = writer;
    this.waiting = new ArrayBlockingQueue<>(config.queueSize());
    this.groupSize = config.groupSize();
    for (int i = 0; i < config.writers(); i++) {
      Thread thread = new Thread(this::run, "post-writer-" + i);
      thread.setDaemon(true);
      threads.add(thread);
    }
  }

  void start(@Observes StartupEvent event) {
    threads.forEach(Thread::start);
  }

  /** What was taken is written before the service ends. */
  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    for (Thread thread : threads) {
      try {
        thread.join(LAST_GROUP_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Puts a post at the end; its verdict comes when it is written, or 503 when there is no room. */
  Uni<Verdict> put(Post post) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              if (!waiting.offer(new WaitingPost(post, emitter))) {
                emitter.fail(Refusal.busy("Very many are writing just now; please try again.", 1));
              }
            });
  }

  private void run() {
    List<WaitingPost> group = new ArrayList<>(groupSize);
    while (!stopping || !waiting.isEmpty()) {
      try {
        WaitingPost first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          waiting.drainTo(group, groupSize - 1);
          writer.write(group).ifPresent(this::failAll);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | Error fault) {
        // a writer that ended would leave all later posts waiting
        LOG.error("A group of posts could not be written", fault);
        group.forEach(post -> post.fail(new IllegalStateException("Not written", fault)));
      } finally {
        group.clear();
      }
    }
  }

  /** The database is away: who waits is told now, not one group's timeout after the other. */
  private void failAll(RuntimeException fault) {
    List<WaitingPost> all = new ArrayList<>();
    waiting.drainTo(all);
    all.forEach(post -> post.fail(fault));
  }

  /** A post, and whom to tell. */
  record WaitingPost(Post post, UniEmitter<? super Verdict> emitter) {

    void answer(Verdict verdict) {
      if (verdict.refusal() == null) {
        emitter.complete(verdict);
      } else {
        emitter.fail(verdict.refusal());
      }
    }

    void fail(RuntimeException fault) {
      emitter.fail(fault);
    }
  }
}
