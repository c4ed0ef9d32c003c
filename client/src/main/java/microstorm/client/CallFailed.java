package microstorm.client;

/** Thrown if a call of the API has failed; the message says why. */
public final class CallFailed extends RuntimeException {
  CallFailed(String message) {
    super(message);
  }

  CallFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
