package microstorm.idea.idea;

import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.UUID;
import microstorm.web.Refusal;

/** A post that waits for its verdict, and whom to tell. With one thread at a time. */
final class WaitingPost {

  private final Post post;
  private final UniEmitter<? super Verdict> emitter;
  private final long since = System.nanoTime();
  private boolean answered;

  WaitingPost(Post post, UniEmitter<? super Verdict> emitter) {
    this.post = post;
    this.emitter = emitter;
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
      answered = true;
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
    answered = true;
    emitter.fail(fault);
  }
}
