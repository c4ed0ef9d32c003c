package microstorm.idea.idea;

import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.UUID;
import microstorm.web.Refusal;
import microstorm.web.share.Permit;

/** A post that waits for its verdict, and whom to tell. With one thread at a time. */
final class WaitingPost {

  private final Post post;
  private final UniEmitter<? super Verdict> emitter;
  private final Permit place;
  private final long since = System.nanoTime();
  private boolean answered;

  /**
   * A post that is not answered.
   *
   * @param place its place in the queue, which is returned with the answer
   */
  WaitingPost(Post post, UniEmitter<? super Verdict> emitter, Permit place) {
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

  void answer(Verdict verdict) {
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
      fail(Refusal.busy("The board of this session is busy just now; please try again.", 1));
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
