package microstorm.idea.idea;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import microstorm.web.Refusal;
import org.jboss.logging.Logger;

/**
 * Where posts wait until one of a few threads writes them, all that are there at once: the more
 * come, the more of them share a commit (design, section 7).
 */
@ApplicationScoped
class PostQueue {

  private static final Logger LOG = Logger.getLogger(PostQueue.class);

  private static final long LAST_GROUP_MILLIS = 10_000;

  private final Backlog backlog;
  private final PostWriter writer;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  PostQueue(PostWriter writer, IdeasConfig config, MeterRegistry meters) {
    this.writer = writer;
    this.backlog = new Backlog(config.queueSize(), config.groupSize());
    Gauge.builder("microstorm.posts.waiting", backlog::size)
        .description("Posts that are not answered yet")
        .register(meters);
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
              if (!backlog.offer(new WaitingPost(post, emitter))) {
                emitter.fail(Refusal.busy("Very many are writing just now; please try again.", 1));
              }
            });
  }

  private void run() {
    while (!stopping || backlog.size() > 0) {
      try {
        write(backlog.take());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void write(List<WaitingPost> group) {
    if (group.isEmpty()) {
      return;
    }
    try {
      writer.write(group).ifPresent(this::failAll);
    } catch (RuntimeException | Error fault) {
      // a writer that ended would leave all later posts waiting
      LOG.error("A group of posts could not be written", fault);
      group.forEach(post -> post.fail(new IllegalStateException("Not written", fault)));
    } finally {
      backlog.settle(group);
    }
  }

  /** The database is away: who waits is told now, not one group's timeout after the other. */
  private void failAll(RuntimeException fault) {
    backlog.drain().forEach(post -> post.fail(fault));
  }
}
