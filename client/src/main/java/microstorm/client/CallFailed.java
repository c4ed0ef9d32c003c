package microstorm.client;

/** A call of the API that did not go as it must; its message is a sentence that says how. */
public final class CallFailed extends RuntimeException {
  CallFailed(String message) {
    super(message);
  }

  CallFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
