package microstorm.session.seat;

import java.util.UUID;
import microstorm.http.Secrets;
import microstorm.session.request.RetryKey;

/**
 * The secret that brings a person back to their seat: the client's own key for repeating the
 * request, or a random one. The database holds only its hash.
 */
public record RejoinKey(String value) {

  private static final int BYTES = 24;

  /** A new random key. */
  public static RejoinKey random() {
    return new RejoinKey(Secrets.random(BYTES));
  }

  /** The key of a client that can repeat its request. */
  public static RejoinKey of(RetryKey key) {
    return new RejoinKey(key.value());
  }

  /** The hash by which the seat is found. */
  public byte[] hash(UUID sessionId) {
    return new RetryKey(value).hash(sessionId);
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "RejoinKey";
  }
}
