package microstorm.idea.stream;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The publications that wait for a thread. One team uses at most its part of the threads, so that
 * the boards of others stay live while one team changes much. Each feed has at most one publication
 * here, which bounds the queue.
 */
final class PublicationQueue {

  private final Executor threads;
  private final int perTeam;
  private final Map<String, Work> teams = new HashMap<>();

  /** What a team runs and what waits. It is forgotten when nothing does. */
  private static final class Work {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;
  }

  /**
   * @param perTeam the number of publications of one team that run at a time
   */
  PublicationQueue(Executor threads, int perTeam) {
    this.threads = threads;
    this.perTeam = perTeam;
  }

  /**
   * Runs a publication when its team has a thread for it.
   *
   * @throws RejectedExecutionException when the replica is stopping
   */
  synchronized void add(String team, Runnable publication) {
    Work work = teams.computeIfAbsent(team, first -> new Work());
    try {
      if (work.running < perTeam) {
        start(team, work, publication);
      } else {
        work.waiting.add(publication);
      }
    } finally {
      forgetIfIdle(team, work);
    }
  }

  private void start(String team, Work work, Runnable publication) {
    threads.execute(
        () -> {
          try {
            publication.run();
          } finally {
            finish(team, work);
          }
        });
    work.running++;
  }

  private synchronized void finish(String team, Work work) {
    work.running--;
    Runnable next = work.waiting.poll();
    if (next != null) {
      start(team, work, next);
    }
    forgetIfIdle(team, work);
  }

  private void forgetIfIdle(String team, Work work) {
    if (work.running == 0 && work.waiting.isEmpty()) {
      teams.remove(team);
    }
  }

  /** The number of teams with a publication that runs or waits. */
  synchronized int teams() {
    return teams.size();
  }
}
