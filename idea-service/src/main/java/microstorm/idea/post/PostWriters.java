package microstorm.idea.post;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import microstorm.http.problem.ProblemException;
import microstorm.http.share.FairShareLimiter;
import microstorm.http.share.Permit;
import microstorm.http.share.Shares;
import microstorm.http.token.Requester;
import org.jboss.logging.Logger;

/**
 * The threads that write waiting posts. A thread writes all waiting posts together: the more posts
 * arrive, the more of them share a commit (docs/architecture.md, "The hot path").
 */
@ApplicationScoped
class PostWriters {

  private static final Logger LOG = Logger.getLogger(PostWriters.class);

  private static final int RETRY_AFTER_SECONDS = 1;
  private static final long LAST_GROUP_MILLIS = 10_000;

  private final PostQueue queue;
  private final FairShareLimiter limiter;
  private final PostWriter writer;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  PostWriters(PostWriter writer, IdeasConfig config, MeterRegistry meters) {
    this.writer = writer;
    this.queue = new PostQueue(config.groupSize());
    this.limiter =
        new FairShareLimiter(
            "ideas that wait to be stored",
            new Shares(config.queueSize(), config.perTeam(), config.perClient()),
            RETRY_AFTER_SECONDS);
    Gauge.builder("microstorm.posts.waiting", queue::size)
        .description("Unanswered posts")
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

  /** Writes all accepted posts before the service ends. */
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

  /**
   * Refuses a request that {@link #put} would refuse, before the post is made.
   *
   * @throws ProblemException 429 or 503
   */
  void checkRoom(Requester requester) {
    limiter.acquire(requester, 1).close();
  }

  /**
   * Adds a post to the queue; its result arrives when it is written. Fails with 429 when the client
   * or its team has used its share of the queue, and with 503 when the queue is full.
   */
  Uni<PostResult> put(Post post, Requester requester) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              try {
                Permit place = limiter.acquire(requester, 1);
                queue.put(new PendingPost(post, emitter, place));
              } catch (ProblemException refusal) {
                emitter.fail(refusal);
              }
            });
  }

  private void run() {
    while (!stopping || queue.size() > 0) {
      try {
        write(queue.take());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void write(List<PendingPost> group) {
    if (group.isEmpty()) {
      return;
    }
    try {
      writer.write(group).ifPresent(this::failAll);
    } catch (RuntimeException | Error failure) {
      // if a writer thread ended, all later posts would wait for ever
      LOG.error("A batch of posts could not be written.", failure);
      group.forEach(
          post -> post.fail(new IllegalStateException("The post was not written.", failure)));
    } finally {
      queue.settle(group);
    }
  }

  /**
   * Fails all waiting posts at once when the database is unavailable. Otherwise each batch would
   * wait for its own timeout.
   */
  private void failAll(RuntimeException failure) {
    queue.drain().forEach(post -> post.fail(failure));
  }
}
