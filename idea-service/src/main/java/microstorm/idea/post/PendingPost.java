package microstorm.idea.post;

import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.UUID;
import microstorm.web.ProblemException;
import microstorm.web.share.Permit;

/** A post that waits for its verdict, and whom to tell. With one thread at a time. */
final class PendingPost {

  private final Post post;
  private final UniEmitter<? super PostResult> emitter;
  private final Permit place;
  private final long since = System.nanoTime();
  private boolean answered;

  /**
   * A post that is not answered.
   *
   * @param place its place in the queue, which is returned with the answer
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

  /** Whether it waits no longer. */
  boolean isAnswered() {
    return answered;
  }

  void answer(PostResult verdict) {
    if (verdict.refusal() == null) {
      finish();
      emitter.complete(verdict);
    } else {
      fail(verdict.refusal());
    }
  }

  /** Its board is taken by something else: it stays, unless it has waited for so long already. */
  void postpone(Duration patience) {
    if (System.nanoTime() - since >= patience.toNanos()) {
      fail(
          ProblemException.busy(
              "The board of this session is busy just now; please try again.", 1));
    }
  }

  void fail(RuntimeException fault) {
    finish();
    emitter.fail(fault);
  }

  private void finish() {
    answered = true;
    place.close();
  }
}
