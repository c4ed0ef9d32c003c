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
 * The unanswered posts, in one queue for each board. One writer at a time takes the posts of a
 * board, so that they keep their order. The queue of a board that was found locked pauses for a
 * moment, while the others continue.
 */
final class PostQueue {

  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ready = lock.newCondition();
  private final Map<UUID, BoardQueue> queues = new LinkedHashMap<>();
  private final int groupSize;
  private int size;

  /**
   * An empty queue.
   *
   * @param groupSize the maximum number of posts that a writer takes at once
   */
  PostQueue(int groupSize) {
    this.groupSize = groupSize;
  }

  /** The number of unanswered posts. */
  int size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  /** Adds a post to the end of its board's queue. */
  void put(PendingPost post) {
    lock.lock();
    try {
      size++;
      BoardQueue queue = queues.computeIfAbsent(post.sessionId(), board -> new BoardQueue());
      queue.posts.add(post);
      if (!queue.taken) {
        ready.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes posts of all boards that no other writer has, up to the size of a batch. Waits for a
   * moment when there is none. {@link #settle} must follow.
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

  /**
   * Gives every queue that is ready the same share of the batch, so that a long queue delays no
   * other.
   */
  private List<PendingPost> takeReady() {
    long now = System.nanoTime();
    List<BoardQueue> ready =
        queues.values().stream()
            .filter(queue -> !queue.taken && queue.remainingPause(now) <= 0)
            .limit(groupSize)
            .toList();
    List<PendingPost> group = new ArrayList<>();
    for (BoardQueue queue : ready) {
      queue.taken = true;
      for (int n = groupSize / ready.size(); n > 0 && !queue.posts.isEmpty(); n--) {
        group.add(queue.posts.poll());
      }
    }
    return group;
  }

  private long untilNext() {
    long now = System.nanoTime();
    return queues.values().stream()
        .filter(queue -> !queue.taken)
        .mapToLong(queue -> queue.remainingPause(now))
        .reduce(IDLE_NANOS, Math::min);
  }

  /**
   * Returns a batch. Unanswered posts go back to the front of their queue, and the queue pauses.
   */
  void settle(List<PendingPost> group) {
    lock.lock();
    try {
      for (int i = group.size() - 1; i >= 0; i--) {
        PendingPost post = group.get(i);
        if (post.isAnswered()) {
          size--;
        } else {
          BoardQueue queue = queues.get(post.sessionId());
          queue.posts.addFirst(post);
          queue.pausedUntil = System.nanoTime() + PAUSE_NANOS;
        }
      }
      group.stream().map(PendingPost::sessionId).distinct().forEach(this::release);
      ready.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Moves the queue of a board behind those of the other boards. */
  private void release(UUID board) {
    BoardQueue queue = queues.remove(board);
    queue.taken = false;
    if (!queue.posts.isEmpty()) {
      queues.put(board, queue);
    }
  }

  /** Removes all posts that no writer has taken. */
  List<PendingPost> drain() {
    lock.lock();
    try {
      List<PendingPost> all =
          queues.values().stream().flatMap(queue -> queue.posts.stream()).toList();
      queues.values().forEach(queue -> queue.posts.clear());
      queues.values().removeIf(queue -> !queue.taken);
      size -= all.size();
      return all;
    } finally {
      lock.unlock();
    }
  }

  private static final class BoardQueue {
    private final Deque<PendingPost> posts = new ArrayDeque<>();
    private boolean taken;
    private long pausedUntil = System.nanoTime();

    private long remainingPause(long now) {
      return pausedUntil - now;
    }
  }
}
