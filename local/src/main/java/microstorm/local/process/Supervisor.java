package microstorm.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import microstorm.local.setup.Logs;
import microstorm.local.setup.Progress;

/** Restarts processes that die, after increasing pauses, and tracks which processes are ready. */
final class Supervisor implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofMillis(200);
  private static final Duration READY_CHECK = Duration.ofSeconds(1);
  private static final Duration STABLE = Duration.ofMinutes(1);
  private static final int MAX_BACKOFF_SECONDS = 30;

  private final List<ProcessState> states;
  private final Progress progress;
  private final Runnable changed;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Supervisor::daemon);
  private final ExecutorService workers = Executors.newCachedThreadPool(Supervisor::daemon);
  private volatile boolean closing;

  /**
   * Watches processes from {@link #watch(Path)} on.
   *
   * @param changed called after a process was started or its readiness has changed
   */
  Supervisor(List<Supervised> processes, Progress progress, Runnable changed) {
    this.states = processes.stream().map(ProcessState::new).toList();
    this.progress = progress;
    this.changed = changed;
  }

  void watch(Path logs) {
    clock.scheduleWithFixedDelay(() -> Logs.bound(logs), 1, 1, TimeUnit.MINUTES);
    clock.scheduleWithFixedDelay(this::checkAll, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean ready(Supervised process) {
    return of(process).ready;
  }

  /** Whether a process is ready, or stopped on purpose. */
  boolean readyOrHeld(Supervised process) {
    ProcessState state = of(process);
    return state.held || (state.ready && process.alive());
  }

  /** Stops or resumes restarting a process. */
  void hold(Supervised process, boolean held) {
    of(process).held = held;
  }

  @Override
  public void close() {
    closing = true;
    clock.shutdownNow();
    workers.shutdown();
  }

  private ProcessState of(Supervised process) {
    return states.stream().filter(state -> state.process == process).findFirst().orElseThrow();
  }

  private void checkAll() {
    for (ProcessState state : states) {
      if (!closing && state.busy.compareAndSet(false, true)) {
        workers.execute(() -> check(state));
      }
    }
  }

  private void check(ProcessState state) {
    try {
      if (state.process.alive()) {
        checkReady(state);
      } else {
        setReady(state, false);
        if (!closing && !state.held && Instant.now().isAfter(state.nextStart)) {
          restart(state);
        }
      }
    } catch (RuntimeException e) {
      if (!closing) {
        progress.say("  " + state.process.name() + " did not start: " + e.getMessage());
      }
    } finally {
      state.busy.set(false);
    }
  }

  private void checkReady(ProcessState state) {
    Instant now = Instant.now();
    if (!state.ready || now.isAfter(state.nextCheck)) {
      state.nextCheck = now.plus(READY_CHECK);
      setReady(state, state.process.ready());
    }
  }

  private void restart(ProcessState state) {
    Instant now = Instant.now();
    state.deaths = now.isAfter(state.nextStart.plus(STABLE)) ? 0 : state.deaths + 1;
    int pause = Math.min(MAX_BACKOFF_SECONDS, 1 << Math.min(state.deaths, 5));
    state.nextStart = now.plusSeconds(pause);
    progress.say("  " + state.process.name() + " has died; restarting it");
    state.process.start();
    changed.run();
  }

  private void setReady(ProcessState state, boolean ready) {
    if (state.ready != ready) {
      state.ready = ready;
      changed.run();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "supervisor");
    thread.setDaemon(true);
    return thread;
  }

  /** The state of a process. */
  private static final class ProcessState {
    private final Supervised process;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean ready;
    private volatile boolean held;
    private volatile Instant nextStart = Instant.EPOCH;
    private volatile Instant nextCheck = Instant.EPOCH;
    private volatile int deaths;

    private ProcessState(Supervised process) {
      this.process = process;
    }
  }
}
