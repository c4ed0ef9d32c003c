package microstorm.messaging.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import microstorm.messaging.Backoff;
import microstorm.messaging.relay.RelayBatch.End;
import microstorm.messaging.relay.RelayBatch.PublishFailed;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * The thread that publishes the outbox. Commits wake it, and it polls for rows that other replicas
 * left.
 */
final class Relay implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Relay.class);

  /** The pause while another replica publishes a batch, which takes some milliseconds. */
  private static final Duration BUSY = Duration.ofMillis(5);

  private final RelayBatch batch;
  private final Supplier<EventProducer> producers;
  private final String topic;
  private final RelayMetrics meters;
  private final Duration poll;
  private final Duration shutdownTimeout;
  private final Semaphore wakeUps = new Semaphore(0);
  private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
  private final Thread thread = new Thread(this::run, "outbox-relay");

  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile EventProducer producer;

  Relay(
      RelayBatch batch,
      Supplier<EventProducer> producers,
      String topic,
      RelayMetrics meters,
      Duration poll,
      Duration shutdownTimeout) {
    this.batch = batch;
    this.producers = producers;
    this.topic = topic;
    this.meters = meters;
    this.poll = poll;
    this.shutdownTimeout = shutdownTimeout;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Wakes the relay after a commit. Cheap; may be called from any thread. */
  void wake() {
    if (wakeUps.availablePermits() == 0) {
      wakeUps.release();
    }
  }

  /** Stops after the batch in flight, or without waiting for it if it takes too long. */
  @Override
  public void close() {
    stopping.countDown();
    wake();
    try {
      thread.join(shutdownTimeout.toMillis());
      EventProducer inFlight = producer;
      if (thread.isAlive() && inFlight != null) {
        inFlight.close();
        thread.join(1_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!isStopping()) {
        step();
      }
    } catch (InterruptedException e) {
      LOG.debug("The relay was interrupted.");
    } finally {
      dropProducer();
    }
  }

  private void step() throws InterruptedException {
    try {
      boolean drained = drain();
      backoff.reset();
      awaitWake(drained ? poll : BUSY);
    } catch (PublishFailed | KafkaException e) {
      dropProducer();
      backOff("Kafka", e instanceof PublishFailed ? e.getCause() : e);
    } catch (SQLException | RuntimeException e) {
      backOff("the database", e);
    }
  }

  /** Publishes batches until none is left. Returns false if another replica is publishing. */
  private boolean drain() throws SQLException, PublishFailed {
    boolean woken = wakeUps.drainPermits() > 0;
    if (!woken && !batch.isDue()) {
      return true;
    }
    End end = End.MORE;
    while (end == End.MORE && !isStopping()) {
      end = batch.take(producer());
    }
    return end != End.BUSY;
  }

  /**
   * Connects to Kafka before the transaction begins, so that none stays open while Kafka is
   * unavailable.
   */
  private EventProducer producer() {
    if (producer == null) {
      producer = producers.get();
      producer.awaitKafka(topic);
    }
    return producer;
  }

  private void dropProducer() {
    if (producer != null) {
      producer.close();
      producer = null;
    }
  }

  private void awaitWake(Duration limit) throws InterruptedException {
    if (wakeUps.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      wakeUps.release();
    }
  }

  /** Wake-ups do not shorten the pause, since they come with every request. */
  private void backOff(String failed, Throwable cause) throws InterruptedException {
    meters.failures().increment();
    Duration pause = backoff.next();
    if (!isStopping()) {
      LOG.warnf(
          "Cannot publish events, because %s failed; retrying in %d ms: %s",
          failed, pause.toMillis(), cause.getClass().getName());
      stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }
}
