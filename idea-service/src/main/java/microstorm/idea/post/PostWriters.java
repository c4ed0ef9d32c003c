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
import microstorm.idea.idea.IdeasConfig;
import microstorm.web.ProblemException;
import microstorm.web.Requester;
import microstorm.web.share.FairShareLimiter;
import microstorm.web.share.Permit;
import microstorm.web.share.Shares;
import org.jboss.logging.Logger;

/**
 * Where posts wait until one of a few threads writes them, all that are there at once: the more
 * come, the more of them share a commit (docs/architecture.md, "The hot path").
 */
@ApplicationScoped
class PostWriters {

  private static final Logger LOG = Logger.getLogger(PostWriters.class);

  private static final int RETRY_AFTER_SECONDS = 1;
  private static final long LAST_GROUP_MILLIS = 10_000;

  private final PostQueue backlog;
  private final FairShareLimiter places;
  private final PostWriter writer;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  PostWriters(PostWriter writer, IdeasConfig config, MeterRegistry meters) {
    this.writer = writer;
    this.backlog = new PostQueue(config.groupSize());
    this.places =
        new FairShareLimiter(
            "ideas that wait to be stored",
            new Shares(config.queueSize(), config.perTeam(), config.perClient()),
            RETRY_AFTER_SECONDS);
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

  /**
   * Refuses what {@link #put} would refuse, without a post.
   *
   * @throws ProblemException 429 or 503
   */
  void checkRoom(Requester requester) {
    places.acquire(requester, 1).close();
  }

  /**
   * Puts a post at the end; its verdict comes when it is written. Fails with 429 when the client or
   * its team has as many posts waiting as it may, and with 503 when the queue is full.
   */
  Uni<PostResult> put(Post post, Requester requester) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              try {
                Permit place = places.acquire(requester, 1);
                backlog.put(new PendingPost(post, emitter, place));
              } catch (ProblemException refusal) {
                emitter.fail(refusal);
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

  private void write(List<PendingPost> group) {
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
