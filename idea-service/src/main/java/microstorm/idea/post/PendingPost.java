package microstorm.idea.post;

import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.http.share.Permit;

/**
 * A post that waits for its result, with the receiver of the answer. Used by one thread at a time.
 */
final class PendingPost {

  private final Post post;
  private final UniEmitter<? super PostResult> emitter;
  private final Permit place;
  private final long since = System.nanoTime();
  private boolean answered;

  /**
   * An unanswered post.
   *
   * @param place the place in the queue, which is released with the answer
   */
  PendingPost(Post post, UniEmitter<? super PostResult> emitter, Permit place) {
    this.post = post;
    this.emitter = emitter;
    this.place = place;
  }

  Post post() {
    return post;
  }

  UUID sessionId() {
    return post.sessionId();
  }

  /** Whether the post has been answered. */
  boolean isAnswered() {
    return answered;
  }

  void answer(PostResult result) {
    if (result.refusal() == null) {
      finish();
      emitter.complete(result);
    } else {
      fail(result.refusal());
    }
  }

  /**
   * Keeps the post waiting, because another transaction has its board locked. Fails it when it has
   * waited too long.
   */
  void postpone(Duration patience) {
    if (System.nanoTime() - since >= patience.toNanos()) {
      fail(
          ProblemException.busy(
              "The board of this session is busy at the moment. Please try again.", 1));
    }
  }

  void fail(RuntimeException failure) {
    finish();
    emitter.fail(failure);
  }

  private void finish() {
    answered = true;
    place.close();
  }
}
