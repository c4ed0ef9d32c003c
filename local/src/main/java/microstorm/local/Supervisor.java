package microstorm.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts again what dies, ever more slowly if it dies again, and knows what is ready. */
final class Supervisor implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration READY_CHECK = Duration.ofSeconds(1);
  private static final Duration STABLE = Duration.ofMinutes(1);
  private static final int MAX_BACKOFF_SECONDS = 30;

  private final List<Charge> charges;
  private final Progress progress;
  private final Runnable changed;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Supervisor::daemon);
  private final ExecutorService workers = Executors.newCachedThreadPool(Supervisor::daemon);
  private volatile boolean closing;

  /**
   * Watches processes from {@link #watch(Path)} on.
   *
   * @param changed called after a process was started or its readiness changed
   */
  Supervisor(List<Supervised> processes, Progress progress, Runnable changed) {
    this.charges = processes.stream().map(Charge::new).toList();
    this.progress = progress;
    this.changed = changed;
  }

  void watch(Path logs) {
    clock.scheduleWithFixedDelay(() -> Logs.bound(logs), 1, 1, TimeUnit.MINUTES);
    clock.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean ready(Supervised process) {
    return of(process).ready;
  }

  /** Whether a process is as it should be. */
  boolean readyOrHeld(Supervised process) {
    Charge charge = of(process);
    return charge.held || (charge.ready && process.alive());
  }

  /** Lets a process be dead, or looks after it again. */
  void hold(Supervised process, boolean held) {
    of(process).held = held;
  }

  @Override
  public void close() {
    closing = true;
    clock.shutdownNow();
    workers.shutdown();
  }

  private Charge of(Supervised process) {
    return charges.stream().filter(charge -> charge.process == process).findFirst().orElseThrow();
  }

  private void look() {
    for (Charge charge : charges) {
      if (!closing && charge.busy.compareAndSet(false, true)) {
        workers.execute(() -> tend(charge));
      }
    }
  }

  private void tend(Charge charge) {
    try {
      if (charge.process.alive()) {
        checkReady(charge);
      } else {
        setReady(charge, false);
        if (!closing && !charge.held && Instant.now().isAfter(charge.nextStart)) {
          restart(charge);
        }
      }
    } catch (RuntimeException e) {
      if (!closing) {
        progress.say("  " + charge.process.name() + " did not start: " + e.getMessage());
      }
    } finally {
      charge.busy.set(false);
    }
  }

  private void checkReady(Charge charge) {
    Instant now = Instant.now();
    if (!charge.ready || now.isAfter(charge.nextCheck)) {
      charge.nextCheck = now.plus(READY_CHECK);
      setReady(charge, charge.process.ready());
    }
  }

  private void restart(Charge charge) {
    Instant now = Instant.now();
    charge.deaths = now.isAfter(charge.nextStart.plus(STABLE)) ? 0 : charge.deaths + 1;
    int pause = Math.min(MAX_BACKOFF_SECONDS, 1 << Math.min(charge.deaths, 5));
    charge.nextStart = now.plusSeconds(pause);
    progress.say("  " + charge.process.name() + " died; starting it again");
    charge.process.start();
    changed.run();
  }

  private void setReady(Charge charge, boolean ready) {
    if (charge.ready != ready) {
      charge.ready = ready;
      changed.run();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "supervisor");
    thread.setDaemon(true);
    return thread;
  }

  /** What is known of one process. */
  private static final class Charge {
    private final Supervised process;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean ready;
    private volatile boolean held;
    private volatile Instant nextStart = Instant.EPOCH;
    private volatile Instant nextCheck = Instant.EPOCH;
    private volatile int deaths;

    private Charge(Supervised process) {
      this.process = process;
    }
  }
}
