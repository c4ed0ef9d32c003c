package microstorm.local;

/** Something that keeps the system from starting; the message is one sentence for the user. */
public final class StartException extends RuntimeException {
  public StartException(String message) {
    super(message);
  }

  public StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
