package microstorm.local.setup;

/** Thrown if the system cannot start; the message tells the user why. */
public final class StartException extends RuntimeException {
  public StartException(String message) {
    super(message);
  }

  public StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
