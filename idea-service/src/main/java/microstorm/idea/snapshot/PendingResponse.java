package microstorm.idea.snapshot;

import java.time.Duration;
import java.util.function.Consumer;
import microstorm.http.share.Permit;

/** A board that waits in memory for its client, with the progress of that client. */
public final class PendingResponse {

  private final Permit bytes;
  private final Runnable cut;
  private final Consumer<PendingResponse> released;
  private final long since;
  private volatile long lastProgress;

  /**
   * A board that the client has not begun to read.
   *
   * @param cut closes the client's connection
   * @param released called when the board stops waiting
   */
  PendingResponse(Permit bytes, Runnable cut, Consumer<PendingResponse> released, long now) {
    this.bytes = bytes;
    this.cut = cut;
    this.released = released;
    this.since = now;
    this.lastProgress = now;
  }

  /** The client has received a part of the board. */
  public void progressed() {
    lastProgress = System.nanoTime();
  }

  /** Stops the waiting, because the client has received everything or is gone. */
  public void release() {
    bytes.close();
    released.accept(this);
  }

  /** Closes the connection of a client that does not read. */
  void cut() {
    release();
    cut.run();
  }

  Duration withoutProgress(long now) {
    return Duration.ofNanos(now - lastProgress);
  }

  Duration age(long now) {
    return Duration.ofNanos(now - since);
  }
}
