package microstorm.idea.post;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The posts that are not answered yet, in a line for each board. A line is with one writer at a
 * time, so that its posts keep their order; one whose board was found locked rests for a moment,
 * while the other lines go on.
 */
final class PostQueue {

  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ready = lock.newCondition();
  private final Map<UUID, Line> lines = new LinkedHashMap<>();
  private final int groupSize;
  private int size;

  /**
   * An empty one.
   *
   * @param groupSize most posts that a writer takes
   */
  PostQueue(int groupSize) {
    this.groupSize = groupSize;
  }

  /** How many posts are not answered yet. */
  int size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  /** Puts a post at the end of its board's line. */
  void put(PendingPost post) {
    lock.lock();
    try {
      size++;
      Line line = lines.computeIfAbsent(post.sessionId(), board -> new Line());
      line.posts.add(post);
      if (!line.taken) {
        ready.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes the posts of all boards that no writer has, as many as a writer takes; waits a while for
   * one when there is none. {@link #settle} must follow.
   */
  List<PendingPost> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      List<PendingPost> group = takeReady();
      if (group.isEmpty()) {
        ready.awaitNanos(untilNext());
        group = takeReady();
      }
      return group;
    } finally {
      lock.unlock();
    }
  }

  /** Every line that is ready gets the same share of the group: a long line delays no other. */
  private List<PendingPost> takeReady() {
    long now = System.nanoTime();
    List<Line> ready =
        lines.values().stream()
            .filter(line -> !line.taken && line.restLeft(now) <= 0)
            .limit(groupSize)
            .toList();
    List<PendingPost> group = new ArrayList<>();
    for (Line line : ready) {
      line.taken = true;
      for (int n = groupSize / ready.size(); n > 0 && !line.posts.isEmpty(); n--) {
        group.add(line.posts.poll());
      }
    }
    return group;
  }

  private long untilNext() {
    long now = System.nanoTime();
    return lines.values().stream()
        .filter(line -> !line.taken)
        .mapToLong(line -> line.restLeft(now))
        .reduce(IDLE_NANOS, Math::min);
  }

  /** Gives a group back: who was not answered is first in line again, and the line rests. */
  void settle(List<PendingPost> group) {
    lock.lock();
    try {
      for (int i = group.size() - 1; i >= 0; i--) {
        PendingPost post = group.get(i);
        if (post.isAnswered()) {
          size--;
        } else {
          Line line = lines.get(post.sessionId());
          line.posts.addFirst(post);
          line.restUntil = System.nanoTime() + REST_NANOS;
        }
      }
      group.stream().map(PendingPost::sessionId).distinct().forEach(this::release);
      ready.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The line goes behind those of the other boards. */
  private void release(UUID board) {
    Line line = lines.remove(board);
    line.taken = false;
    if (!line.posts.isEmpty()) {
      lines.put(board, line);
    }
  }

  /** Takes out all posts that no writer has, for good. */
  List<PendingPost> drain() {
    lock.lock();
    try {
      List<PendingPost> all = lines.values().stream().flatMap(line -> line.posts.stream()).toList();
      lines.values().forEach(line -> line.posts.clear());
      lines.values().removeIf(line -> !line.taken);
      size -= all.size();
      return all;
    } finally {
      lock.unlock();
    }
  }

  private static final class Line {
    private final Deque<PendingPost> posts = new ArrayDeque<>();
    private boolean taken;
    private long restUntil = System.nanoTime();

    private long restLeft(long now) {
      return restUntil - now;
    }
  }
}
